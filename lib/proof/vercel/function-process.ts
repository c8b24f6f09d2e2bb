import { AsyncLocalStorage } from 'node:async_hooks'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createRequire } from 'node:module'
import { join } from 'node:path'

/*
 * One function of Vercel, as a process of its own: it loads what `vercel build` made, answers on a port of loopback, and
 * tells its parent when an answer is out and when all that it was to wait for is done.
 */

const [folder = '', handler = '', kind = '', keeper = ''] = process.argv.slice(2)

type Context = { readonly waitUntil: (promise: Promise<unknown>) => void }
const contexts = new AsyncLocalStorage<Context>()
Reflect.set(globalThis, Symbol.for('@vercel/request-context'), { get: () => contexts.getStore() })

const ask = async (what: string, body: object) => {
  const response = await fetch(`${keeper}/${what}`, { method: 'POST', body: JSON.stringify(body) })
  return response.json()
}

/** What Vercel puts in the place of Next's own cache of data: one for all processes of a deployment. */
class DataCache {
  async get(key: string, about: { kind?: string; tags?: string[]; softTags?: string[] }) {
    if (about.kind !== 'FETCH') return null
    return ask('get', { key, tags: [...(about.tags ?? []), ...(about.softTags ?? [])] })
  }
  async set(key: string, value: { kind?: string } | null, about: { tags?: string[] }) {
    if (value?.kind === 'FETCH') await ask('set', { key, value, tags: about.tags ?? [] })
  }
  async revalidateTag(tags: string | string[]) {
    await ask('forget', { tags: [tags].flat() })
  }
  resetRequestCache() {}
}
Reflect.set(globalThis, Symbol.for('@next/cache-handlers'), { FetchCache: DataCache })

type NodeHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>
type WebHandler = (request: Request) => Promise<Response>
const loaded = createRequire(join(folder, handler))(join(folder, handler))

async function answerAsWeb(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) headers.set(name, String(value))
  const url = `http://${request.headers.host}${request.url}`
  const web: WebHandler = loaded
  const answer = await web(new Request(url, { method: request.method ?? 'GET', headers }))
  const cookies = answer.headers.getSetCookie()
  for (const [name, value] of answer.headers)
    if (name !== 'set-cookie') response.setHeader(name, value)
  if (cookies.length > 0) response.setHeader('set-cookie', cookies)
  response.statusCode = answer.status
  response.end(Buffer.from(await answer.arrayBuffer()))
}

const handle: NodeHandler = kind === 'web' ? answerAsWeb : loaded

const server = createServer((request, response) => {
  const waits: Promise<unknown>[] = []
  const waitUntil = (promise: Promise<unknown>) => void waits.push(promise)
  const number = request.headers['x-proof-request']
  response.once('close', async () => {
    process.send?.({ number, is: 'answered' })
    for (let seen = -1; seen < waits.length; ) {
      seen = waits.length
      await Promise.allSettled(waits)
    }
    process.send?.({ number, is: 'done' })
  })
  contexts.run({ waitUntil }, () =>
    handle(request, response).catch((error: unknown) => {
      console.error(error)
      response.statusCode = 500
      response.end()
    }),
  )
})
server.listen(0, '127.0.0.1', () => process.send?.({ is: 'listening', at: server.address() }))
process.on('disconnect', () => process.exit(0))
