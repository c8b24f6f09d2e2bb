import type { Language } from '@/e2e/words'
import type { Walker } from './walker'

/** A screen, and how to get there from the one before it. A number is the status that was answered. */
export type Screen = {
  readonly name: string
  readonly open: (walker: Walker, memory: Memory) => Promise<number | undefined>
}

/** What later screens need of earlier ones. */
export type Memory = { order: { id: string; number: string } }

const nothing = undefined

const visit = (name: string, path: string): Screen => ({ name, open: ({ go }) => go(path) })

const step = (name: string, act: (walker: Walker, memory: Memory) => Promise<unknown>): Screen => ({
  name,
  open: async (walker, memory) => {
    await act(walker, memory)
    return nothing
  },
})

const result = (name: string, button: string): Screen =>
  step(name, async (walker) => {
    await walker.checkOut()
    await walker.press(button)
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
    open: async (walker) => {
      await walker.putIntoCart()
      return walker.go(`${at}/cart`)
    },
  },
  visit('Checkout', `${at}/checkout`),
  step('Checkout, mistakes', async (walker) => {
    await walker.fillForm({ phone: '1234', postcode: '12' })
    await walker.pay()
    await walker.page.locator('[aria-invalid="true"]').first().waitFor()
  }),
  step('Wallet', (walker) => walker.checkOut()),
]

const results = (): Screen[] => [
  result('Result: Refuse', 'Refuse'),
  result('Result: Cancel', 'Cancel'),
  result('Result: Fail with an error', 'Fail with an error'),
  step('Result: Leave pending', async (walker) => {
    const { reference } = await walker.checkOut()
    await walker.control('webhooks', { reference, delayMs: 600_000 })
    await walker.press('Leave pending')
  }),
  step('Result: confirming', async (walker) => {
    const { reference } = await walker.checkOut()
    await walker.control('webhooks', { reference, delayMs: 600_000 })
    await walker.control('faults', { reference, on: 'details', kind: 'error_500', times: 50 })
    await walker.press('Approve')
  }),
  step('Result: Approve', async (walker, memory) => {
    memory.order = await walker.checkOut()
    await walker.press('Approve')
  }),
]

const orders = (at: string): Screen[] => [
  step('Order, paid', async (walker, { order }) => {
    await walker.until(order.id, 'paid')
    await walker.go(`${at}/orders/${order.id}`)
  }),
  step('Order, sent', async (walker, { order }) => {
    await walker.tell(order.number, ['sent', 'CJ대한통운 1234-5678-9012'])
    await walker.go(`${at}/orders/${order.id}`)
  }),
  step('Order, delivered', async (walker, { order }) => {
    await walker.tell(order.number, ['delivered'])
    await walker.go(`${at}/orders/${order.id}`)
  }),
  step('Order, return asked', async (walker, { order }) => {
    await walker.askReturn(order.id)
    await walker.go(`${at}/orders/${order.id}`)
  }),
  step('Order, by a stranger', async (walker, { order }) => {
    await walker.forget()
    await walker.go(`${at}/orders/${order.id}`)
  }),
  step('Order, awaiting payment', async (walker, memory) => {
    memory.order = await walker.checkOut()
    await walker.go(`${at}/orders/${memory.order.id}`)
  }),
  step('Order, cancelled', async (walker, { order }) => {
    await walker.cancel(order.id)
    await walker.go(`${at}/orders/${order.id}`)
  }),
  step('Order, refunded', async (walker) => {
    const { id } = await walker.checkOut()
    await walker.press('Approve')
    await walker.until(id, 'paid')
    await walker.cancel(id)
    await walker.control('clock', { minutes: 5 })
    await walker.until(id, 'refunded')
    await walker.go(`${at}/orders/${id}`)
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
