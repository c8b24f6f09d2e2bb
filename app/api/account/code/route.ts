import { deps } from '@/lib/deps'
import { tooOften } from '../../limits'
import { forbidden, formFields, localeOf, sameOrigin } from '../../responses'
import { accountPage, backTo, draftIn, emailIn } from '../forms'

/** Mails a code. The answer is the same whether the address is known or not. */
export async function POST(request: Request) {
  if (!sameOrigin(request)) return forbidden()
  const fields = (await formFields(request)) ?? {}
  const locale = localeOf(fields)
  const draft = draftIn(fields)
  const email = emailIn(fields)
  if (email === null) return backTo(accountPage(locale, { problem: 'email' }), draft)

  const refused = await tooOften(request, 'sign_in', email, locale)
  if (refused) return refused
  const asked = await deps().accounts.askCode(email, locale)
  return asked === 'sent'
    ? backTo(accountPage(locale, { step: 'code' }), { ...draft, email })
    : backTo(accountPage(locale, { problem: asked }), draft)
}
