import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import {
  type APIRequestContext,
  type APIResponse,
  test as base,
  expect,
  type Page,
} from '@playwright/test'
import { deskWords } from './desk-words'
import { type Language, screenWords } from './words'

export { expect }

/** Somebody who buys, by roles and names alone. */
export type Shopper = {
  readonly somebody: Somebody
  /** Puts the jar into the cart and opens the checkout page. */
  goToCheckout(): Promise<void>
  fillForm(fields?: Partial<Record<FieldName, string>>): Promise<void>
  /** From the shop window to the wallet. */
  checkOut(fields?: Partial<Record<FieldName, string>>): Promise<void>
  /** Waits until the wallet's page is open, whoever shows it. */
  atWallet(): Promise<void>
  /** On the page of an order or of a result: cancels the order, through the page that says what that does. */
  cancel(): Promise<void>
  /** The same person in another tab. */
  inTab(other: Page): Shopper
  heading(name: string): Promise<void>
}
type FieldName =
  | 'name'
  | 'email'
  | 'phone'
  | 'postcode'
  | 'address'
  | 'addressDetail'
  | 'deliveryNote'

/** A shop that runs already, and has other visitors: only its screens, HTTP and its simulator's password are at hand. */
export const runsAlready = Boolean(process.env.E2E_URL)

/** Who owns a demonstration, where the settings name nobody. */
export const SHOP_OWNER = 'owner@example.com'

/** An address that nobody has used before. */
export const freshAddress = (who: string) =>
  `${who}-${Date.now()}-${Math.random().toString(36).slice(2)}@example.com`

export type Somebody = Readonly<Record<FieldName, string>>

/** Somebody else in each story: a shop counts what one person orders and does not pay, and letters to one mailbox. */
export function somebodyNew(): Somebody {
  const digits = () => String(Math.floor(1000 + Math.random() * 9000))
  return {
    name: '김노랑',
    email: freshAddress('norang'),
    phone: `010-${digits()}-${digits()}`,
    postcode: '04524',
    address: '서울특별시 중구 세종대로 110',
    addressDetail: `${digits()}호`,
    deliveryNote: '문 앞에 놓아 주세요',
  }
}

type Status = {
  order: string
  status: string
  why: string | null
  resultCode: string | null
  refunded: number
}
export type MailboxLetter = { to: string; subject: string; text: string }

const REFERENCE = /\d{8}-\w{4}-\d+-\w{6}/
const isLink = /링크|Your order page|A link to/

/** What a project of playwright.config.ts sets for its stories. */
export type StoryOptions = {
  /** Where the simulator is reached so that what it answers is watched. */
  simulator: string
}

type Fixtures = StoryOptions & {
  language: Language
  /** Fails the test when a page broke its security policy or threw an error. */
  quietConsole: string[]
  shopper: Shopper
  wallet: {
    press(button: string): Promise<void>
    /** By which way the shopper goes back: before a button is pressed. */
    chooseWay(way: 'GET' | 'POST' | '&&' | 'show'): Promise<void>
  }
  /** The order whose page is open, as its status says. */
  order: {
    id(): string
    status(id?: string): Promise<Status>
    /** On the wallet's page: what Adyen calls this attempt. */
    reference(): Promise<string>
    /** On the wallet's page: the number that people use, 20261123-4F7K. */
    number(): Promise<string>
    /** On the wallet's page: asks the shop for the link of this order, and takes it from the mailbox. */
    askForLink(): Promise<string>
  }
  /** Who runs the shop: at the desk, in the story's page, and by its commands, which need its DATABASE_URL too. */
  merchant: {
    /** Signs in at the desk with the code from the mailbox, and goes on to a page of it. */
    signsIn(who?: { email?: string; next?: string; page?: Page }): Promise<void>
    /** At the desk, as an owner: asks somebody in as a role, as the page calls it. */
    invites(email: string, role: string): Promise<void>
    /** `number` as letters and pages show it: 20261123-4F7K. */
    sends(number: string, tracking: string): Promise<void>
    hearsOfArrival(number: string): Promise<void>
    /** Any other act on an order, without its preview: `claim`, `settle`. */
    does(number: string, ...words: string[]): Promise<void>
  }
  mailbox: {
    about(order: string): Promise<MailboxLetter[]>
    /** The subjects of what was sent about an order, except for links that somebody asked for. */
    tells(order: string): Promise<string[]>
    /** The sign-in code in the newest letter to an address. */
    codeFor(address: string): Promise<string>
    /** The codes of the desk in all letters to an address, oldest first. */
    deskCodesFor(address: string): Promise<string[]>
    /** The subjects of all letters to an address, oldest first. */
    tellsTo(address: string): Promise<string[]>
  }
  /** Somebody with an account, whose address nobody has used before. */
  account: {
    readonly email: string
    /** Signs in with the code from the mail, and goes on to a page. */
    signIn(next?: string): Promise<void>
    /** On the Korean form of a subscription: fills it and agrees, here and at KakaoPay, up to the wallet. */
    subscribe(): Promise<void>
  }
  adyen: {
    advance(minutes: number): Promise<void>
    /** Lets days pass, stopping wherever something falls due. */
    daysPass(days: number): Promise<void>
    /** Who saved a wallet last: for stories that run alone. */
    lastSaver(): Promise<string>
    /** How the next charges of the wallet that was saved last end. */
    chargesEnd(result: 'Refused' | 'Pending', times: number): Promise<void>
    /** Lets the notifications about one reference wait. */
    delay(reference: string, milliseconds: number): Promise<void>
    /** Makes the next calls about one reference or order number go wrong; about any, in stories that run alone. */
    fault(fault: Fault): Promise<void>
    /** Tells the shop something about one reference, as Adyen would. */
    notify(reference: string, eventCode: string, success: boolean): Promise<void>
    /** How the refunds of a payment end. */
    refundsEnd(
      reference: string,
      ends: 'ok' | 'refused' | 'failed_later' | 'reversed',
    ): Promise<void>
    /** Somebody gives back so much of a payment in the Customer Area. */
    givesBack(reference: string, won: number): Promise<void>
    /** A step of a dispute about a payment. */
    disputes(reference: string, eventCode: string): Promise<void>
    /** What the shop has acknowledged of one reference: event codes. */
    heard(reference: string): Promise<string[]>
    /** How many faults are still waiting for their call. */
    faults(): Promise<number>
    /** How many payments were made for an order, by its number for people. */
    payments(number: string): Promise<number>
  }
}

type Fault = { reference?: string; on: string; kind: string; times: number; ms?: number }

/** Beside Adyen's real test environment nobody has a hand in the wallet, the webhooks, the clock or the mailbox. */
export const besideAdyen = process.env.NORANG_OTHER_SIDE === 'adyen'

/** Skips a story that needs more than a shop that runs already shows to everybody. */
export const needsOwnShop = (part: string) =>
  base.skip(runsAlready, `needs a shop of its own: ${part}`)

const needsSimulator = (part: string) => base.skip(besideAdyen, `needs the simulator: ${part}`)

export const test = base.extend<Fixtures>({
  // The browser stays a visitor: only what is asked over HTTP knows the password.
  request: async ({ playwright, baseURL: origin = '' }, use) => {
    const password = (runsAlready && process.env.SIMULATOR_PASSWORD) || ''
    const httpCredentials = { username: 'stories', password, origin, send: 'always' as const }
    const request = await playwright.request.newContext(password ? { httpCredentials } : {})
    await use(request)
    await request.dispose()
  },

  language: ['ko', { option: true }],
  simulator: ['/simulator', { option: true }],

  quietConsole: [
    async ({ page, baseURL }, use) => {
      const complaints: string[] = []
      page.on('console', (message) => {
        // What Adyen's own pages say is Adyen's affair.
        const isOurs = !besideAdyen || message.location().url.startsWith(baseURL ?? '')
        if (message.type() === 'error' && isOurs) complaints.push(message.text())
      })
      page.on('pageerror', (error) => complaints.push(error.message))
      await use(complaints)
      expect(complaints, 'what the console says').toEqual([])
    },
    { auto: true },
  ],

  shopper: async ({ page, language, baseURL }, use) =>
    use(shopperOn(page, { language, baseURL, somebody: somebodyNew() })),

  wallet: async ({ page, language }, use) => {
    needsSimulator('the buttons of its wallet')
    await use({
      async press(button) {
        // Chromium can hang for ever when a page is closed before the next one is there.
        const there = page.getByRole('button', { name: button, exact: true })
        await there.waitFor()
        await Promise.all([page.waitForEvent('domcontentloaded'), there.click()])
      },
      async chooseWay(way) {
        await page.getByRole('combobox', { name: screenWords[language].wayBack }).selectOption(way)
      },
    })
  },

  order: async ({ page, request, baseURL, shopper }, use) => {
    const idIn = (text: string) => /\/orders\/([A-Za-z0-9]{22})/.exec(text)?.[1] ?? ''
    const id = () => idIn(page.url())
    const reference = async () => {
      const shown = await page.getByText(REFERENCE).last().textContent()
      return REFERENCE.exec(shown ?? '')?.[0] ?? ''
    }
    const numberOf = async () => (await reference()).slice(0, '20261123-4F7K'.length)
    await use({
      id,
      status: async (named) => (await request.get(`/api/orders/${named ?? id()}`)).json(),
      reference,
      number: numberOf,
      async askForLink() {
        needsSimulator('its mailbox')
        const number = await numberOf()
        const ask = () =>
          request.post('/api/orders/find', {
            form: { number, email: shopper.somebody.email, locale: 'ko' },
            headers: { origin: baseURL ?? '' },
          })
        const asked = await atItsPace(ask)
        expect(asked.ok()).toBe(true)
        const written = async () => (await lettersOf(request)).map(({ text }) => text)
        const link = async () => idIn((await written()).find((text) => text.includes(number)) ?? '')
        await expect.poll(link).not.toBe('')
        return link()
      },
    })
  },

  merchant: async ({ baseURL, page, language, mailbox }, use) => {
    needsOwnShop('the commands of whoever runs it')
    const w = deskWords[language]
    const button = (on: Page, name: string) => on.getByRole('button', { name, exact: true })
    await use({
      async signsIn({ email = SHOP_OWNER, next = '/admin', page: on = page } = {}) {
        await on.goto(`/admin/sign-in?${new URLSearchParams({ next })}`)
        const other = button(on, w.thisLanguage)
        if (await other.isVisible()) {
          await other.click()
          await expect(other).toBeHidden()
        }
        const field = (name: string) => on.getByRole('textbox', { name, exact: true })
        const before = await mailbox.deskCodesFor(email)
        await field(w.email).fill(email)
        await button(on, w.sendCode).click()
        // It is mailed once the answer is out.
        const codes = async () => (await mailbox.deskCodesFor(email)).length
        await expect.poll(codes).toBeGreaterThan(before.length)
        await field(w.code).fill((await mailbox.deskCodesFor(email)).at(-1) ?? '')
        await button(on, w.signIn).click()
        await on.waitForURL(`**${next}`)
      },
      async invites(email, role) {
        await page.goto('/admin/people')
        const invite = page.getByRole('region', { name: w.inviteSomebody })
        await invite.getByRole('textbox', { name: w.email, exact: true }).fill(email)
        await invite.getByRole('radio', { name: new RegExp(`^${role}`) }).check()
        await invite.getByRole('button', { name: w.invite, exact: true }).click()
        await page.waitForURL('**/admin/people?done=invited')
      },
      sends: (number, tracking) => tell(baseURL, number, 'sent', tracking),
      hearsOfArrival: (number) => tell(baseURL, number, 'delivered'),
      does: (number, ...words) => tell(baseURL, number, ...words, '--yes'),
    })
  },

  mailbox: async ({ request }, use) => {
    needsSimulator('its mailbox')
    const all = (params = {}) => lettersOf(request, params)
    await use({
      async about(order) {
        return (await all()).filter(({ text }) => text.includes(order))
      },
      async tells(order) {
        const letters = await this.about(order)
        return letters.map(({ subject }) => subject).filter((subject) => !isLink.test(subject))
      },
      async codeFor(address) {
        // The receipt of an order may have come since, and its number has digits too.
        const codes = (await all({ to: address })).flatMap(
          ({ subject }) => /(?:코드|code|인증번호) (\d{6})$/.exec(subject)?.[1] ?? [],
        )
        return codes[0] ?? ''
      },
      async deskCodesFor(address) {
        const letters = await all({ to: address })
        return letters
          .flatMap(
            ({ subject }) => /(?:관리자 인증번호|Desk code) (\d{6})$/.exec(subject)?.[1] ?? [],
          )
          .reverse()
      },
      async tellsTo(address) {
        return (await all({ to: address })).map(({ subject }) => subject).reverse()
      },
    })
  },

  account: async ({ page, language, mailbox }, use) => {
    const w = screenWords[language]
    const email = freshAddress('account')
    const somebody = somebodyNew()
    await use({
      email,
      async signIn(next = `/${language}/account`) {
        await page.goto(`/${language}/account?${new URLSearchParams({ next })}`)
        await page.getByRole('textbox', { name: w.email, exact: true }).fill(email)
        await page.getByRole('button', { name: w.sendCode, exact: true }).click()
        const code = page.getByRole('textbox', { name: w.code, exact: true })
        await code.fill(await mailbox.codeFor(email))
        await page.getByRole('button', { name: w.signIn, exact: true }).click()
        await page.waitForURL(`**${next}`)
      },
      async subscribe() {
        for (const name of ['name', 'phone', 'postcode', 'address'] as const)
          await page.getByRole('textbox', { name: w[name], exact: true }).fill(somebody[name])
        await page.getByRole('checkbox', { name: /자동 결제/ }).check()
        await page.getByRole('button', { name: /결제하기$/ }).click()
        await page.getByRole('link', { name: '동의하고 계속하기' }).click()
      },
    })
  },

  adyen: async ({ request, simulator }, use) => {
    needsSimulator('its controls')
    await use({
      async advance(minutes) {
        const moved = await request.post('/simulator/control/clock', { data: { minutes } })
        expect(moved.ok()).toBe(true)
      },
      async daysPass(days) {
        // A month at a time: after four minutes the simulator lets the rest pass in one jump, and a busy machine is slow.
        for (let left = days; left > 0; left -= 30) {
          const data = { days: Math.min(left, 30) }
          const moved = await request.post('/simulator/control/clock', { data, timeout: 300_000 })
          expect(moved.ok()).toBe(true)
        }
      },
      async lastSaver() {
        const ledger = await (await request.get('/simulator/control/ledger')).json()
        return ledger.tokens[0].shopperReference
      },
      async chargesEnd(result, times) {
        const shopperReference = await this.lastSaver()
        const ordered = await request.post('/simulator/control/charges', {
          data: { shopperReference, result, times },
        })
        expect(ordered.ok()).toBe(true)
      },
      async delay(reference, delayMs) {
        const set = await request.post('/simulator/control/switches', {
          data: { reference, delayMs },
        })
        expect(set.ok()).toBe(true)
      },
      async fault(fault) {
        const ordered = await request.post(`${simulator}/control/faults`, { data: fault })
        expect(ordered.ok()).toBe(true)
      },
      async notify(reference, eventCode, success) {
        const data = { reference, eventCode, success }
        const sent = await request.post('/simulator/control/notifications', { data })
        expect(sent.ok(), await sent.text()).toBe(true)
      },
      async refundsEnd(reference, refunds) {
        const data = { reference, refunds }
        const set = await request.post('/simulator/control/switches', { data })
        expect(set.ok()).toBe(true)
      },
      async givesBack(reference, value) {
        const data = { reference, value }
        const given = await request.post('/simulator/control/customer-area', { data })
        expect(given.ok(), await given.text()).toBe(true)
      },
      async disputes(reference, eventCode) {
        const data = { reference, eventCode }
        const told = await request.post('/simulator/control/disputes', { data })
        expect(told.ok(), await told.text()).toBe(true)
      },
      async heard(reference) {
        const { notifications } = await ledgerOf(request, { reference })
        return notifications.flatMap(({ status, eventCode }) =>
          status === 'delivered' ? eventCode : [],
        )
      },
      async faults() {
        return (await ledgerOf(request)).faults.length
      },
      async payments(number) {
        const { payments } = await ledgerOf(request)
        return payments.filter(({ reference }) => reference.startsWith(number)).length
      },
    })
  },
})

/** What the shop answers once it lets somebody ask so often; limits are off in a shop of one's own. */
async function atItsPace(ask: () => Promise<APIResponse>): Promise<APIResponse> {
  const answer = await ask()
  if (answer.status() !== 429) return answer
  const seconds = Number(answer.headers()['retry-after'])
  base.setTimeout(base.info().timeout + seconds * 1000)
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000))
  return ask()
}

type Ledger = {
  payments: { reference: string }[]
  notifications: { eventCode: string; status: string }[]
  faults: unknown[]
}

/** The simulated Adyen's own book. */
const ledgerOf = async (request: APIRequestContext, params = {}): Promise<Ledger> =>
  (await request.get('/simulator/control/ledger', { params })).json()

/** What the shop wrote, newest first. */
async function lettersOf(request: APIRequestContext, params = {}): Promise<MailboxLetter[]> {
  const headers = { accept: 'application/json' }
  return (await request.get('/simulator/mailbox', { headers, params })).json()
}

async function tell(baseURL = '', ...news: string[]): Promise<void> {
  const command = ['--import', 'tsx', 'lib/launch/main.ts', 'shop', 'order', ...news]
  const env = { ...process.env, BASE_URL: baseURL }
  await promisify(execFile)(process.execPath, command, { env })
}

type Who = {
  readonly language: Language
  readonly baseURL: string | undefined
  readonly somebody: Somebody
}

function shopperOn(page: Page, who: Who): Shopper {
  const { language, baseURL = '', somebody } = who
  const w = screenWords[language]
  const shopper: Shopper = {
    somebody,
    async goToCheckout() {
      await page.goto(`/${language}/products/yuja-preserve`)
      const add = page.getByRole('button', { name: w.addToCart })
      base.skip(runsAlready && (await add.count()) === 0, 'the jars of yuja are sold out there')
      await add.click()
      await page.getByRole('link', { name: w.checkout, exact: true }).click()
      await expect(page.getByRole('button', { name: w.pay, exact: true })).toBeVisible()
    },
    async fillForm(fields = {}) {
      const typed = { ...somebody, ...fields }
      for (const name of Object.keys(typed) as FieldName[])
        await page.getByRole('textbox', { name: w[name], exact: true }).fill(typed[name])
      await page.getByRole('radio', { name: w.kakaopay, exact: true }).check()
      await page.getByRole('checkbox', { name: w.agree, exact: true }).check()
    },
    async checkOut(fields) {
      await shopper.goToCheckout()
      await shopper.fillForm(fields)
      await page.getByRole('button', { name: w.pay, exact: true }).click()
      await shopper.atWallet()
    },
    inTab: (other) => shopperOn(other, who),
    async atWallet() {
      if (besideAdyen) return page.waitForURL((url) => url.origin !== new URL(baseURL).origin)
      await expect(page.getByRole('button', { name: 'Approve', exact: true })).toBeVisible()
    },
    async cancel() {
      await page.getByRole('link', { name: w.cancelOrder, exact: true }).click()
      await page.getByRole('button', { name: w.yesCancel, exact: true }).click()
    },
    async heading(name) {
      await expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible()
    },
  }
  return shopper
}
