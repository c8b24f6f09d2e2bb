import { POST as postCode } from '@/app/api/account/code/route'
import { POST as postSignIn } from '@/app/api/account/sign-in/route'
import type { TestShop } from './shop'

type Fields = Readonly<Record<string, string>>
type Door = (request: Request) => Promise<Response>

/** What a browser would show next, and the cookies that it would keep. */
export type FormAnswer = {
  readonly status: number
  readonly location: string
  readonly cookies: readonly string[]
}

/** Sends a form to a door of the account, as a browser on our own page does. */
export async function sendForm(door: Door, fields: Fields, headers = {}): Promise<FormAnswer> {
  const answer = await door(
    new Request('http://localhost/api/account', {
      method: 'POST',
      body: new URLSearchParams({ locale: 'en', ...fields }),
      headers: { 'sec-fetch-site': 'same-origin', ...headers },
    }),
  )
  return {
    status: answer.status,
    location: answer.headers.get('location') ?? '',
    cookies: answer.headers.getSetCookie(),
  }
}

/** The code in the newest letter to an address. */
export async function codeMailedTo(shop: TestShop, email: string): Promise<string> {
  const letter = await shop.deps.db
    .selectFrom('mails')
    .select('text')
    .where('recipient', '=', email)
    .where('letter', '=', 'sign_in_code')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return /\d{6}/.exec(letter?.text ?? '')?.[0] ?? ''
}

export type AccountBrowser = {
  send(door: Door, fields: Fields, headers?: Record<string, string>): Promise<FormAnswer>
  /** What it would send along, as a `Cookie` header. */
  cookie(): string
}

/** A browser that keeps what it is given from one form to the next. */
export function openBrowser(cookie = ''): AccountBrowser {
  const jar = new Map(cookie.split('; ').map((pair) => [pair.split('=')[0] ?? '', pair]))
  const kept = () => [...jar.values()].join('; ')
  return {
    cookie: kept,
    async send(door, fields, headers = {}) {
      const answer = await sendForm(door, fields, { cookie: kept(), ...headers })
      for (const set of answer.cookies) {
        const [pair = ''] = set.split(';')
        const [name = ''] = pair.split('=')
        if (/max-age=0(;|$)/i.test(set)) jar.delete(name)
        else jar.set(name, pair)
      }
      return answer
    },
  }
}

/** Signs in by the code that was mailed; the `Cookie` header of that browser. */
export async function signInAs(shop: TestShop, email: string, agent = 'Test'): Promise<string> {
  const browser = openBrowser()
  await browser.send(postCode, { email })
  const code = await codeMailedTo(shop, email)
  await browser.send(postSignIn, { email, code }, { 'user-agent': agent })
  return browser.cookie()
}
