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

/** Signs in by the code that was mailed; the `Cookie` header of that browser. */
export async function signInAs(shop: TestShop, email: string, agent = 'Test'): Promise<string> {
  await sendForm(postCode, { email })
  const code = await codeMailedTo(shop, email)
  const headers = { 'user-agent': agent }
  const { cookies } = await sendForm(postSignIn, { email, code }, headers)
  return cookies.map((cookie) => cookie.split(';')[0]).join('; ')
}
