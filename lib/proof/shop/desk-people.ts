import { POST as postCode } from '@/app/api/desk/code/route'
import { POST as postInvite } from '@/app/api/desk/people/invite/route'
import { POST as postSignIn } from '@/app/api/desk/sign-in/route'
import type { Role } from '@/lib/core/desk/roles'
import { type AccountBrowser, openBrowser } from './account-forms'
import type { TestShop } from './shop'

/** Whom the settings of a test's shop make an owner. */
export const OWNER = 'owner@example.com'

/** The code in the newest letter of the desk to an address; empty: there is none. */
export async function deskCodeMailedTo(shop: TestShop, email: string): Promise<string> {
  await shop.settle()
  const letter = await shop.deps.db
    .selectFrom('mails')
    .select('text')
    .where('recipient', '=', email)
    .where('letter', '=', 'desk_code')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return /\d{6}/.exec(letter?.text ?? '')?.[0] ?? ''
}

/** A browser in which somebody of the shop has signed in. */
export async function atTheDesk(shop: TestShop, email = OWNER): Promise<AccountBrowser> {
  const browser = openBrowser()
  await browser.send(postCode, { email })
  await browser.send(postSignIn, { email, code: await deskCodeMailedTo(shop, email) })
  return browser
}

/** The same for somebody whom the owner has asked in before. */
export async function invitedToDesk(
  shop: TestShop,
  role: Role,
  email: string,
): Promise<AccountBrowser> {
  const owner = await atTheDesk(shop)
  await owner.send(postInvite, { email, role })
  return atTheDesk(shop, email)
}
