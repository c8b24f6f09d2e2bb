import { takesForm } from '@/app/api/form'
import { deps } from '@/lib/deps'
import { saveDraft } from '@/lib/flows/cart/save-draft'
import { networkOf } from '@/lib/visitor/network'
import { visitorOf } from '@/lib/visitor/visitor'

/** What is typed is kept while it is typed: whoever loses the network or the page has lost nothing. */
export const POST = takesForm(
  'checkout/draft',
  async ({ request, fields }) => {
    const visitor = await visitorOf(request)
    // What arrived in pieces is no form, and takes nothing away from what is kept.
    return visitor === null || Object.keys(fields).length === 0 ? done() : { visitor }
  },
  async ({ visitor }, { request, fields }) => {
    const network = networkOf(request.headers, deps().trustProxy)
    await saveDraft(deps(), { visitor, network }, fields)
    return done()
  },
)

const done = () => new Response(null, { status: 204, headers: { 'Cache-Control': 'no-store' } })
