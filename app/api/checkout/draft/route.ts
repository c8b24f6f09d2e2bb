import { deps } from '@/lib/deps'
import { saveDraft } from '@/lib/flows/cart/save-draft'
import { visitorOf } from '@/lib/visitor/visitor'
import { forbidden, formFields, sameOrigin } from '../../responses'

/** What is typed is kept while it is typed: whoever loses the network or the page has lost nothing. */
export async function POST(request: Request) {
  if (!sameOrigin(request)) return forbidden()
  const shopper = visitorOf(request)
  const fields = await formFields(request)
  if (shopper !== null && fields !== null) await saveDraft(deps(), shopper, fields)
  return new Response(null, { status: 204, headers: { 'Cache-Control': 'no-store' } })
}
