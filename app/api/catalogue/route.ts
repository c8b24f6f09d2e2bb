import { deps } from '@/lib/deps'

/** The shop's own worker knocks here: pages can only be told from within a request. */
export function POST(request: Request) {
  const { catalogue } = deps()
  if (request.headers.get('authorization') !== `Bearer ${catalogue.key}`)
    return Response.json({ error: 'unauthorised' }, { status: 401 })
  catalogue.forgetPages()
  return new Response(null, { status: 204 })
}
