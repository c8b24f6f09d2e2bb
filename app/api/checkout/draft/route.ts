import { deps } from '@/lib/deps'
import { saveDraft } from '@/lib/flows/save-draft'
import { visitorOf } from '@/lib/visitor'
import { forbidden, formFields, sameOrigin } from '../../doors'

/** What was typed so far, sent along the way, so that a form that is left is found again as it was. */
export async function POST(request: Request) {
  if (!sameOrigin(request)) return forbidden()
  const [shopper, fields] = [visitorOf(request), await formFields(request)]
  if (shopper !== null && fields !== null) await saveDraft(deps(), shopper, fields)
  return new Response(null, { status: 204, headers: { 'Cache-Control': 'no-store' } })
}
