import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'

export type Balancer = {
  readonly origin: string
  readonly close: () => Promise<void>
}

/**
 * Hands each request to the next of several instances. One that refuses the connection is passed over. What
 * was sent once is never sent again: when its instance dies the client hears so, and decides for itself.
 */
export async function startBalancer(port: number, instances: () => readonly number[]) {
  // Connections are not kept: one that its instance has just closed would look like a dead instance.
  const agent = new Agent({ keepAlive: false })
  let turn = 0
  const server = createServer((incoming, outgoing) => {
    turn += 1
    const ports = instances()
    const order = ports.map((_, index) => ports[(turn + index) % ports.length] ?? 0)
    void readWhole(incoming).then(
      (body) => pass(incoming, body, outgoing, order, agent),
      () => outgoing.destroy(),
    )
  })
  server.keepAliveTimeout = 60_000
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return { origin: `http://127.0.0.1:${port}`, close } satisfies Balancer
}

function pass(
  incoming: IncomingMessage,
  body: Buffer,
  outgoing: ServerResponse,
  [port, ...others]: readonly number[],
  agent: Agent,
): void {
  if (port === undefined) {
    unanswered(outgoing, 503, 'no instance is there')
    return
  }
  const { method, url, headers } = incoming
  const passed = request({ agent, host: '127.0.0.1', port, method, path: url, headers })
  passed.on('response', (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.rawHeaders)
    answer.on('error', () => outgoing.destroy())
    answer.pipe(outgoing)
  })
  passed.on('error', (error) => {
    if (isRefused(error)) pass(incoming, body, outgoing, others, agent)
    else if (outgoing.headersSent) outgoing.destroy()
    else unanswered(outgoing, 502, 'the instance is gone')
  })
  outgoing.on('close', () => passed.destroy())
  passed.end(body)
}

const isRefused = (error: Error) => 'code' in error && error.code === 'ECONNREFUSED'

function unanswered(outgoing: ServerResponse, status: number, why: string): void {
  if (!outgoing.destroyed && !outgoing.headersSent) outgoing.writeHead(status).end(`${why}\n`)
}

async function readWhole(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk)
  return Buffer.concat(chunks)
}
