import { deps } from '@/lib/deps'
import { signedInOf } from '@/lib/visitor/visitor'
import {
  forbidden,
  formFields,
  localeOf,
  missingPage,
  sameOrigin,
  seeOther,
} from '../../../../responses'
import { accountPage } from '../../../forms'

type Context = { params: Promise<{ session: string }> }

/** Signs out another browser of one's own. */
export async function POST(request: Request, { params }: Context) {
  if (!sameOrigin(request)) return forbidden()
  const locale = localeOf((await formFields(request)) ?? {})
  const who = await signedInOf(request)
  if (who === null) return seeOther(accountPage(locale))
  const ended = await deps().accounts.endSession(who, (await params).session)
  return ended ? seeOther(accountPage(locale, { done: 'revoked' })) : missingPage()
}
