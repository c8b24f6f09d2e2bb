import { takesForm } from '@/app/api/form'
import { deps } from '@/lib/deps'
import { challengeCookie } from '@/lib/visitor/challenge'
import { accountPage, backTo, draftIn, emailIn } from '../forms'

/** Mails a code, for this browser only. The answer is the same whether the address is known or not. */
export const POST = takesForm(
  'account/code',
  ({ fields, locale }) => {
    const draft = draftIn(fields)
    const email = emailIn(fields)
    if (email === null) return backTo(accountPage(locale, { problem: 'email' }), draft)
    return { draft, email }
  },
  async ({ draft, email }, { locale, cookies }) => {
    const asked = await deps().accounts.askCode(email, locale)
    if (asked.kind === 'not_sent')
      return backTo(accountPage(locale, { problem: 'not_sent' }), draft)
    cookies.push(challengeCookie(asked.challenge))
    return backTo(accountPage(locale, { step: 'code' }), { ...draft, email })
  },
)
