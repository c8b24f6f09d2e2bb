import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { type FunctionPlace, hasBody } from './deployed-functions'
import { type Deployment, openDeployment } from './deployment'
import { openKeeper } from './kept'

type Place = Omit<FunctionPlace, 'keeper'> & { readonly port: number; readonly output: string }

/** Serves the output of `vercel build` on a port of loopback, as Vercel's network does. */
export async function serveDeployment({ port, output, ...place }: Place) {
  const kept = openKeeper()
  const keeper = await listening(0, async (request, response) => {
    const asked: unknown = JSON.parse(String(await bodyOf(request)))
    response.end(JSON.stringify(kept.answer((request.url ?? '').slice(1), asked)))
  })
  const origin = `http://127.0.0.1:${keeper.port}`
  const deployment = openDeployment(output, { ...place, keeper: origin }, kept)
  const network = await listening(port, (request, response) => pass(deployment, request, response))
  return {
    seen: () => ({
      fromKept: deployment.seen.fromKept,
      functions: [...deployment.functions.values()].map(({ seen }) => seen),
    }),
    stop: () => {
      for (const each of [network.server, keeper.server]) {
        each.close()
        each.closeAllConnections()
      }
      for (const each of deployment.functions.values()) each.stop()
    },
  }
}

async function pass(deployment: Deployment, request: IncomingMessage, response: ServerResponse) {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) headers.set(name, String(value))
  headers.set('x-real-ip', request.socket.remoteAddress ?? '')
  headers.set('x-forwarded-for', request.socket.remoteAddress ?? '')
  headers.set('x-forwarded-host', request.headers.host ?? '')
  headers.set('x-forwarded-proto', 'http')
  const { method = 'GET', url = '/' } = request
  const body = await bodyOf(request)
  const answer = await deployment.answer({ method, url, headers, body })
  const cookies = answer.headers.getSetCookie()
  for (const [name, value] of answer.headers)
    if (name !== 'set-cookie') response.setHeader(name, value)
  if (cookies.length > 0) response.setHeader('set-cookie', cookies)
  response.statusCode = answer.status
  response.end(hasBody(answer.status) ? Buffer.from(await answer.arrayBuffer()) : undefined)
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks)
}

type Answering = (request: IncomingMessage, response: ServerResponse) => Promise<void>

async function listening(port: number, answer: Answering) {
  const server = createServer({ maxHeaderSize: 65_536 }, (request, response) => {
    answer(request, response).catch((error: unknown) => {
      // Once it is stopped, whoever still polls loses an answer, and nobody minds.
      if (server.listening) console.error('Vercel could not answer', request.url, error)
      response.statusCode = 502
      response.end('FUNCTION_INVOCATION_FAILED')
    })
  })
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done))
  const at = server.address()
  return { server, port: typeof at === 'object' && at !== null ? at.port : port }
}
