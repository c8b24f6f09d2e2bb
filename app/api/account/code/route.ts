import { takesForm } from '@/app/api/form'
import { deps } from '@/lib/deps'
import { accountPage, backTo, draftIn, emailIn } from '../forms'

/** Mails a code. The answer is the same whether the address is known or not. */
export const POST = takesForm(
  'account/code',
  ({ fields, locale }) => {
    const draft = draftIn(fields)
    const email = emailIn(fields)
    if (email === null) return backTo(accountPage(locale, { problem: 'email' }), draft)
    return { draft, email }
  },
  async ({ draft, email }, { locale }) => {
    const asked = await deps().accounts.askCode(email, locale)
    return asked === 'sent'
      ? backTo(accountPage(locale, { step: 'code' }), { ...draft, email })
      : backTo(accountPage(locale, { problem: asked }), draft)
  },
)
