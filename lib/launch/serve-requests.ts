import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

export type Served = {
  /** Such as http://127.0.0.1:43210, without a trailing slash. */
  readonly origin: string
  /** Takes no new request, and lets those under way end for so long. */
  readonly close: (graceMs?: number) => Promise<void>
}

type Handler = (request: Request) => Promise<Response>

const KEEP_ALIVE_MS = 120_000
// Twice what the largest request may be whose receiver counts for itself.
const MOST_BYTES = 2_000_000

/**
 * A function from Request to Response behind a real socket. Port 0: one that is free; host null: every address of
 * this machine.
 */
export async function serveRequests(
  handler: Handler,
  { port, host }: { readonly port: number; readonly host: string | null },
): Promise<Served> {
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
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen({ port, ...(host === null ? {} : { host }) }, resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')

  return {
    origin: `http://127.0.0.1:${address.port}`,
    close: (graceMs = 0) =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()))
        if (graceMs === 0) return server.closeAllConnections()
        server.closeIdleConnections()
        setTimeout(() => server.closeAllConnections(), graceMs).unref()
      }),
  }
}

async function answer(
  handler: Handler,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const gone = new AbortController()
  outgoing.on('close', () => gone.abort())
  const request = await requestOf(incoming, gone.signal)
  const response =
    typeof request === 'number' ? new Response(null, { status: request }) : await handler(request)

  outgoing.statusCode = response.status
  outgoing.setHeaders(response.headers)
  outgoing.flushHeaders()
  for await (const chunk of response.body ?? []) outgoing.write(chunk)
  outgoing.end()
}

/** What was asked, or the status for what cannot be. */
async function requestOf(
  incoming: IncomingMessage,
  signal: AbortSignal,
): Promise<Request | 400 | 405 | 413> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of incoming) {
    bytes += chunk.length
    // Read to its end all the same: a client that is cut off while it sends hears nothing.
    if (bytes <= MOST_BYTES) chunks.push(Buffer.from(chunk))
  }
  if (bytes > MOST_BYTES) return 413

  const headers = new Headers()
  for (const [name, values] of Object.entries(incoming.headersDistinct))
    for (const value of values ?? []) headers.append(name, value)

  const { method = 'GET', url = '/' } = incoming
  const address = `http://${incoming.headers.host}${url}`
  if (!url.startsWith('/') || !URL.canParse(address)) return 400
  // No Request can be one of these.
  if (['CONNECT', 'TRACE', 'TRACK'].includes(method)) return 405
  return new Request(address, {
    method,
    headers,
    signal,
    body: method === 'GET' || method === 'HEAD' ? null : Buffer.concat(chunks),
  })
}
