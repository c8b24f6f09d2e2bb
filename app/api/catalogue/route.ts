import { deps } from '@/lib/deps'
import { knowsSecret } from '@/lib/flows/knows-secret'

/** The shop's own worker knocks here: pages can only be told from within a request. */
export function POST(request: Request) {
  const { catalogue } = deps()
  if (!knowsSecret(request, catalogue.key))
    return Response.json({ error: 'unauthorised' }, { status: 401 })
  catalogue.forgetPages()
  return new Response(null, { status: 204 })
}
