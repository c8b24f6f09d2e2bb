import { screenWords } from '@/e2e/words'
import type { BrowserUser } from './browser-user'
import { partnerOf } from './engines'
import { expect, story } from './fixtures'

/* What a shopper does with money, in each engine: on a phone, in Korean, with JavaScript and without. */

const w = screenWords.ko
const AGREEMENT = '자동 결제'
const ORDER_PAGE = /\/orders\/\w{22}$/

const fields = ['name', 'email', 'phone', 'postcode', 'address', 'addressDetail'] as const
type Somebody = Readonly<Record<(typeof fields)[number], string>>

async function goToCheckout(person: BrowserUser): Promise<void> {
  await person.open('/ko/products/yuja-preserve')
  await person.press(w.addToCart)
  await person.press(w.checkout)
}

async function fillIn(person: BrowserUser, somebody: Somebody): Promise<void> {
  for (const name of fields) await person.fill(w[name], somebody[name])
  await person.tick(w.agree)
}

async function goToWallet(person: BrowserUser, somebody: Somebody): Promise<void> {
  await goToCheckout(person)
  await fillIn(person, somebody)
  await person.press(w.pay)
}

/** Engines differ in where the heading of a group lies. */
const HEADINGS_OUTSIDE = `
  const above = (heading) => heading.getBoundingClientRect().top < heading.parentElement.getBoundingClientRect().top + 4
  return [...document.querySelectorAll('.card > legend')].filter(above).map((each) => each.innerText)`

/** The order whose page is open. */
async function orderOf(person: BrowserUser): Promise<string> {
  const address = await person.comesTo(/\/orders\/\w{22}/)
  return /\/orders\/(\w{22})/.exec(address)?.[1] ?? ''
}

for (const javaScript of [true, false]) {
  const how = javaScript ? 'with JavaScript' : 'without JavaScript'

  story(
    `a shopper buys, ${how}${javaScript ? '' : ' @exhaustive'}`,
    async ({ sitDown, somebody, statusOf }) => {
      const shopper = await sitDown({ javaScript })
      await goToCheckout(shopper)
      await fillIn(shopper, somebody)
      expect(await shopper.tab.ask(HEADINGS_OUTSIDE)).toEqual([])
      await shopper.press(w.pay)
      await shopper.press('Approve')
      await shopper.heading(w.authorised)
      const order = await orderOf(shopper)
      await expect.poll(() => statusOf(order)).toBe('paid')
      await shopper.follow(w.viewOrder, ORDER_PAGE)
      await shopper.reads('고흥 유자청')
    },
  )

  story(
    `who is refused tries again, and pays, ${how} @exhaustive`,
    async ({ sitDown, somebody, statusOf }) => {
      const shopper = await sitDown({ javaScript })
      await goToWallet(shopper, somebody)
      await shopper.press('Refuse')
      await shopper.heading(w.refused)
      await shopper.press(w.tryAgain)
      await shopper.press('Approve')
      await shopper.heading(w.authorised)
      const order = await orderOf(shopper)
      await expect.poll(() => statusOf(order)).toBe('paid')
    },
  )

  story(
    `who thinks better of it cancels the order, ${how} @exhaustive`,
    async ({ sitDown, somebody, statusOf }) => {
      const shopper = await sitDown({ javaScript })
      await goToWallet(shopper, somebody)
      await shopper.press('Cancel')
      await shopper.heading(w.cancelled)
      const order = await orderOf(shopper)
      await shopper.press(w.cancelOrder)
      await shopper.press(w.yesCancel)
      await expect.poll(() => statusOf(order)).toBe('cancelled')
    },
  )

  story(
    `who comes back in another browser tries again there, pays, and may cancel, ${how} @exhaustive`,
    async ({ sitDown, somebody, statusOf, engine }) => {
      const shopper = await sitDown({ javaScript })
      await goToWallet(shopper, somebody)
      await shopper.select(w.wayBack, 'show')
      await shopper.press('Refuse')
      await expect.poll(() => shopper.holds(w.address)).toMatch(/\/api\/return\//)
      const back = String(await shopper.holds(w.address))

      const other = await sitDown({ javaScript, engine: partnerOf(engine) })
      await other.open(back)
      await other.heading(w.refused)
      await other.press(w.tryAgain)
      await other.press('Approve')
      await other.heading(w.authorised)
      const order = await orderOf(other)
      await expect.poll(() => statusOf(order)).toBe('paid')
      await other.follow(w.viewOrder, ORDER_PAGE)
      await other.press(w.cancelOrder)
      await other.press(w.yesCancel)
      await expect.poll(() => statusOf(order)).toBe('refunded')
    },
  )

  story(
    `a shopper signs in and subscribes, ${how} @exhaustive`,
    async ({ sitDown, somebody, lettersTo }) => {
      const shopper = await sitDown({ javaScript })
      await shopper.open('/ko/subscriptions/new/chrysanthemum-monthly')
      await shopper.fill(w.email, somebody.email)
      await shopper.press(w.sendCode)
      await shopper.heading(w.enterCode)
      const [letter = ''] = await lettersTo(somebody.email)
      await shopper.fill(w.code, /\d{6}$/.exec(letter)?.[0] ?? '')
      await shopper.press(w.signIn)
      for (const name of ['name', 'phone', 'postcode', 'address'] as const)
        await shopper.fill(w[name], somebody[name])
      await shopper.tick(AGREEMENT)
      await shopper.press('결제하기')
      await shopper.press('동의하고 계속하기')
      await shopper.press('Approve')
      await shopper.heading(w.authorised)
      const begun = '[노랑] 정기 구독이 시작되었습니다: 산국 꽃차'
      await expect.poll(() => lettersTo(somebody.email)).toContain(begun)
      await shopper.open('/ko/account')
      await shopper.press('산국 꽃차')
      await shopper.reads('매월 ₩16,200')
    },
  )

  story(
    `a checkout begun in an app goes on in another engine’s browser, whoever looks at the link first, ${how} @exhaustive`,
    async ({ sitDown, somebody, statusOf, engine }) => {
      const inApp = await sitDown({ javaScript, inApp: true })
      await goToCheckout(inApp)
      await fillIn(inApp, somebody)
      await inApp.press(w.ownBrowser)
      const link = await inApp.comesTo(/\/checkout\/go-on\?link=\w{22}$/)
      await inApp.open('/ko/checkout')
      await inApp.tick(w.agree)
      const robot = { 'user-agent': 'facebookexternalhit/1.1; kakaotalk-scrap/1.0' }
      for (let time = 0; time < 2; time++)
        expect(await (await fetch(link, { headers: robot })).text()).not.toContain(somebody.name)

      const own = await sitDown({ javaScript, engine: partnerOf(engine) })
      await own.open(link)
      await own.press(w.takeOver)
      for (const name of fields) expect(await own.holds(w[name])).toBe(somebody[name])
      expect(await own.holds(w.kakaopay)).toBe(true)
      expect(await own.holds(w.agree)).toBe(false)
      await own.tick(w.agree)
      await own.press(w.pay)
      await inApp.press(w.pay)
      await inApp.heading(w.goesOnElsewhere)
      await own.press('Approve')
      await own.heading(w.authorised)
      const order = await orderOf(own)
      await expect.poll(() => statusOf(order)).toBe('paid')
      await inApp.press(w.goOnHere)
      expect(await inApp.holds(w.name)).toBe(somebody.name)
    },
  )
}
