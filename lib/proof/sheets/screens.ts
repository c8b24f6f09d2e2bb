import type { Language } from '@/e2e/words'
import type { ShopperDriver } from './shopper-driver'

/** A screen, and how to get there from the one before it. A number is the status that was answered. */
export type Screen = {
  readonly name: string
  readonly open: (shopper: ShopperDriver, memory: ScreenMemory) => Promise<number | undefined>
}

/** What later screens need of earlier ones. */
export type ScreenMemory = { order: { id: string; number: string } }

const nothing = undefined

const visit = (name: string, path: string): Screen => ({ name, open: ({ go }) => go(path) })

const step = (
  name: string,
  act: (shopper: ShopperDriver, memory: ScreenMemory) => Promise<unknown>,
): Screen => ({
  name,
  open: async (shopper, memory) => {
    await act(shopper, memory)
    return nothing
  },
})

const result = (name: string, button: string): Screen =>
  step(name, async (shopper) => {
    await shopper.checkOut()
    await shopper.press(button)
  })

/** Every screen of the shop in the order of a walk. */
export const screensIn = (language: Language): readonly Screen[] => [
  ...catalogue(`/${language}`),
  ...buying(`/${language}`),
  ...results(),
  ...orders(`/${language}`),
  ...help(`/${language}`),
]

const catalogue = (at: string): Screen[] => [
  visit('Home', at),
  visit('Collection', `${at}/collections/pantry`),
  visit('Collection, cheapest first', `${at}/collections/pantry/by/cheap`),
  visit('Search, found', `${at}/search?q=유자`),
  visit('Search, nothing', `${at}/search?q=zzz`),
  visit('Product', `${at}/products/yuja-preserve`),
  visit('Product with options', `${at}/products/mustard-rice-bowl`),
  visit('Product, sold out', `${at}/products/sorghum-broom`),
]

const buying = (at: string): Screen[] => [
  visit('Cart, empty', `${at}/cart`),
  {
    name: 'Cart',
    open: async (shopper) => {
      await shopper.putIntoCart()
      return shopper.go(`${at}/cart`)
    },
  },
  visit('Checkout', `${at}/checkout`),
  step('Checkout, mistakes', async (shopper) => {
    await shopper.fillForm({ phone: '1234', postcode: '12' })
    await shopper.pay()
    await shopper.page.locator('[aria-invalid="true"]').first().waitFor()
  }),
  step('Wallet', (shopper) => shopper.checkOut()),
]

const results = (): Screen[] => [
  result('Result: Refuse', 'Refuse'),
  result('Result: Cancel', 'Cancel'),
  result('Result: Fail with an error', 'Fail with an error'),
  step('Result: Leave pending', async (shopper) => {
    const { reference } = await shopper.checkOut()
    await shopper.control('webhooks', { reference, delayMs: 600_000 })
    await shopper.press('Leave pending')
  }),
  step('Result: confirming', async (shopper) => {
    const { reference } = await shopper.checkOut()
    await shopper.control('webhooks', { reference, delayMs: 600_000 })
    await shopper.control('faults', { reference, on: 'details', kind: 'error_500', times: 50 })
    await shopper.press('Approve')
  }),
  step('Result: Approve', async (shopper, memory) => {
    memory.order = await shopper.checkOut()
    await shopper.press('Approve')
  }),
]

const orders = (at: string): Screen[] => [
  step('Order, paid', async (shopper, { order }) => {
    await shopper.until(order.id, 'paid')
    await shopper.go(`${at}/orders/${order.id}`)
  }),
  step('Order, sent', async (shopper, { order }) => {
    await shopper.tell(order.number, ['sent', 'CJ대한통운 1234-5678-9012'])
    await shopper.go(`${at}/orders/${order.id}`)
  }),
  step('Order, delivered', async (shopper, { order }) => {
    await shopper.tell(order.number, ['delivered'])
    await shopper.go(`${at}/orders/${order.id}`)
  }),
  step('Order, return asked', async (shopper, { order }) => {
    await shopper.askReturn(order.id)
    await shopper.go(`${at}/orders/${order.id}`)
  }),
  step('Order, by a stranger', async (shopper, { order }) => {
    await shopper.forget()
    await shopper.go(`${at}/orders/${order.id}`)
  }),
  step('Order, awaiting payment', async (shopper, memory) => {
    memory.order = await shopper.checkOut()
    await shopper.go(`${at}/orders/${memory.order.id}`)
  }),
  step('Order, cancelled', async (shopper, { order }) => {
    await shopper.cancel(order.id)
    await shopper.go(`${at}/orders/${order.id}`)
  }),
  step('Order, refunded', async (shopper) => {
    const { id } = await shopper.checkOut()
    await shopper.press('Approve')
    await shopper.until(id, 'paid')
    await shopper.cancel(id)
    await shopper.control('clock', { minutes: 5 })
    await shopper.until(id, 'refunded')
    await shopper.go(`${at}/orders/${id}`)
  }),
]

const help = (at: string): Screen[] => [
  visit('Find an order', `${at}/orders/find`),
  visit('Terms', `${at}/terms`),
  visit('Privacy', `${at}/privacy`),
  visit('Delivery', `${at}/delivery`),
  visit('Returns', `${at}/returns`),
  visit('404', `${at}/nothing`),
]
