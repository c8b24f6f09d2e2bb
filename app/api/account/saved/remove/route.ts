import type { TokenId } from '@/lib/core/ids'
import { deps } from '@/lib/deps'
import { removeSaved } from '@/lib/flows/saved/remove-saved'
import { signedInOf } from '@/lib/visitor/visitor'
import {
  forbidden,
  formFields,
  localeOf,
  missingPage,
  sameOrigin,
  seeOther,
  workAfterwards,
} from '../../../responses'

export async function POST(request: Request) {
  if (!sameOrigin(request)) return forbidden()
  const fields = (await formFields(request)) ?? {}
  const who = await signedInOf(request)
  const token = (fields.token ?? '') as TokenId
  if (!who || !(await removeSaved(deps(), who.shopper, token))) return missingPage()
  workAfterwards()
  return seeOther(`/${localeOf(fields)}/account?done=removed#saved`)
}
