import { deps } from '@/lib/deps'
import { forbidden, formFields, localeOf, sameOrigin } from '../../responses'
import { accountPage, goOn } from '../forms'

export async function POST(request: Request) {
  if (!sameOrigin(request)) return forbidden()
  const locale = localeOf((await formFields(request)) ?? {})
  const cookies = await deps().accounts.signOut(request.headers)
  return goOn(accountPage(locale, { done: 'signed_out' }), cookies)
}
