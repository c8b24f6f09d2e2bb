import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

export type Served = {
  /** Such as http://127.0.0.1:43210, without a trailing slash. */
  readonly origin: string
  readonly close: () => Promise<void>
}

const KEEP_ALIVE_MS = 120_000

/** A fetch-style handler behind a real socket on loopback, on a port that was free. */
export async function serve(handler: (request: Request) => Promise<Response>): Promise<Served> {
  const server = createServer((incoming, outgoing) => {
    answer(handler, incoming, outgoing).catch((error: unknown) => {
      // A body that breaks off must look to the client like a lost connection, not like an end.
      if (outgoing.headersSent) return outgoing.destroy()
      outgoing.writeHead(500).end(String(error))
    })
  })
  // Reading Adyen's files keeps a busy machine from its sockets for longer than Node's five seconds, after
  // which the client would ask again on a connection that is gone.
  server.keepAliveTimeout = KEEP_ALIVE_MS
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')

  return {
    origin: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()))
        server.closeAllConnections()
      }),
  }
}

async function answer(
  handler: (request: Request) => Promise<Response>,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const gone = new AbortController()
  outgoing.on('close', () => gone.abort())
  const response = await handler(await requestOf(incoming, gone.signal))

  outgoing.statusCode = response.status
  outgoing.setHeaders(response.headers)
  outgoing.flushHeaders()
  for await (const chunk of response.body ?? []) outgoing.write(chunk)
  outgoing.end()
}

async function requestOf(incoming: IncomingMessage, signal: AbortSignal): Promise<Request> {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(Buffer.from(chunk))

  const headers = new Headers()
  for (const [name, values] of Object.entries(incoming.headersDistinct))
    for (const value of values ?? []) headers.append(name, value)

  const method = incoming.method ?? 'GET'
  return new Request(`http://${incoming.headers.host}${incoming.url}`, {
    method,
    headers,
    signal,
    body: method === 'GET' || method === 'HEAD' ? null : Buffer.concat(chunks),
  })
}
