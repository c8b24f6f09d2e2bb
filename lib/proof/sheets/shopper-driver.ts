import type { BrowserContext, Page } from '@playwright/test'
import { Client } from 'pg'
import { type Language, screenWords } from '@/e2e/words'
import { readEnv } from '@/lib/env'
import { shopCommand } from '@/lib/launch/shop/shop-command'

const fields = {
  name: '김노랑',
  email: 'norang@example.com',
  phone: '010-1234-5678',
  postcode: '04524',
  address: '서울특별시 중구 세종대로 110',
  addressDetail: '1층',
} as const

const PATIENCE_MS = 30_000

export type ShopperDriver = ReturnType<typeof shopperDriver>

/** Somebody who walks through the shop by roles and names, and may look into its database. */
export function shopperDriver(
  context: BrowserContext,
  page: Page,
  language: Language,
  database: string,
) {
  const w = screenWords[language]
  page.setDefaultTimeout(PATIENCE_MS)
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true }).first()
  const pay = () => page.getByRole('button', { name: /₩[\d,]+/ }).first()
  const post = (path: string, form: Record<string, string>) =>
    context.request.post(path, { form, headers: { origin: new URL(page.url()).origin } })

  const shopper = {
    page,
    go: async (path: string) => (await page.goto(path))?.status() ?? 0,
    forget: () => context.clearCookies(),
    async putIntoCart() {
      await page.goto(`/${language}/products/yuja-preserve`)
      await button(w.addToCart).click()
      await page.waitForLoadState()
    },
    async fillForm(typed: Partial<typeof fields> | Record<string, string> = {}) {
      for (const [name, value] of Object.entries({ ...fields, ...typed }))
        await page
          .getByRole('textbox', { name: w[name as keyof typeof fields], exact: true })
          .fill(value)
      await page.getByRole('radio', { name: w.kakaopay, exact: true }).check()
      await page.getByRole('checkbox', { name: w.agree, exact: true }).check()
    },
    pay: () => pay().click(),
    /** From an empty cart to the wallet; answers with the order. */
    async checkOut() {
      await shopper.forget()
      await shopper.putIntoCart()
      await page.goto(`/${language}/checkout`)
      await shopper.fillForm()
      await shopper.pay()
      await button('Approve').waitFor()
      return shopper.order()
    },
    /** The order whose payment the open wallet page is about. */
    async order() {
      const text = (await page.locator('body').textContent()) ?? ''
      const [reference = '', number = ''] = /(\d{8}-\w{4})-\d+-\w{6}/.exec(text) ?? []
      return { id: await idOf(database, number), number, reference }
    },
    press: async (name: string) => {
      await button(name).click()
      await page.waitForLoadState()
    },
    until: async (order: string, status: string) => {
      const deadline = Date.now() + PATIENCE_MS
      while (Date.now() < deadline) {
        const said = await (await context.request.get(`/api/orders/${order}`)).json()
        if (said.status === status) return
        await page.waitForTimeout(300)
      }
      throw new Error(`the order did not turn ${status}`)
    },
    tell: async (number: string, news: readonly string[]) => {
      const terminal = { print: () => undefined, complain: console.error, ask: null }
      const place = { settings: readEnv({}), databaseUrl: database, terminal }
      const told = await shopCommand(place, ['order', number, ...news])
      if (told !== 0) throw new Error(`nobody could tell ${number} of its parcel`)
    },
    cancel: (order: string) => post(`/api/orders/${order}/cancel`, { locale: language }),
    askReturn: (order: string) =>
      post(`/api/orders/${order}/return`, { locale: language, reason: '마음이 바뀌었어요' }),
    control: (path: string, data: object) =>
      context.request.post(`/simulator/control/${path}`, { data }),
    mails: async (): Promise<{ subject: string; html: string }[]> =>
      (
        await context.request.get('/simulator/mailbox', { headers: { accept: 'application/json' } })
      ).json(),
  }
  return shopper
}

async function idOf(database: string, number: string): Promise<string> {
  const client = new Client({ connectionString: database })
  await client.connect()
  try {
    const { rows } = await client.query('select id from orders where number = $1', [number])
    return rows[0]?.id ?? ''
  } finally {
    await client.end()
  }
}
