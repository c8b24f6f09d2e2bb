import { type ChildProcess, fork } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { type IncomingMessage, request } from 'node:http'
import { join } from 'node:path'
import { z } from 'zod'
import { folderOf } from './lay-out'

/** A request to a function, and its whole answer. */
export type Call = {
  readonly method: string
  /** Path and query. */
  readonly url: string
  readonly headers: Headers
  readonly body: Uint8Array | null
}

export type FunctionPlace = {
  readonly settings: Readonly<Record<string, string>>
  /** Where functions share what they keep. */
  readonly keeper: string
  /** Where they were laid out. */
  readonly folder: string
  readonly log: number
}

export type DeployedFunction = {
  call(call: Call): Promise<Response>
  /** How many processes were started, and how many were killed with work in hand. */
  readonly seen: { started: number; killed: number }
  stop(): void
}

const about = z.object({
  handler: z.string(),
  useWebApi: z.boolean().optional(),
})
const said = z.object({
  is: z.enum(['listening', 'answered', 'done']),
  number: z.string().optional(),
  at: z.object({ port: z.number() }).optional(),
})

const LIVES_FOR = 10 // requests
// Of so many answers one is the last that its process gives: what it was to do afterwards is cut off.
const KILLED_AFTER = 7
const AT_ONCE = 6

type Living = { readonly child: ChildProcess; readonly port: number; taken: number; open: number }

let answers = 0
let requests = 0

/** A function of the output of `vercel build`: started when it is called, by as many processes as are needed. */
export function deployFunction(source: string, place: FunctionPlace): DeployedFunction {
  const living = new Set<Living>()
  const seen = { started: 0, killed: 0 }
  const end = (one: Living) => {
    living.delete(one)
    one.child.kill('SIGKILL')
  }
  const start = async (): Promise<Living> => {
    seen.started += 1
    const one = { ...(await startProcess(source, place)), taken: 0, open: 0 }
    one.child.on('message', (message) => {
      if (said.parse(message).is !== 'done') return
      one.open -= 1
      if (one.open === 0 && one.taken >= LIVES_FOR) end(one)
    })
    one.child.once('exit', () => living.delete(one))
    living.add(one)
    return one
  }
  const call = async (call: Call): Promise<Response> => {
    const free = [...living].find(({ taken, open }) => taken < LIVES_FOR && open < AT_ONCE)
    const one = free ?? (await start())
    one.taken += 1
    one.open += 1
    const headers = new Headers(call.headers)
    headers.set('x-proof-request', String(++requests))
    const response = await ask(one.port, { ...call, headers })
    // Nobody else is to lose an answer by it.
    if (++answers % KILLED_AFTER === 0 && one.open === 1) {
      seen.killed += 1
      end(one)
    }
    return response
  }
  return { call, seen, stop: () => living.forEach(end) }
}

async function startProcess(
  source: string,
  { folder: below, keeper, log, settings }: FunctionPlace,
) {
  const { handler, useWebApi } = about.parse(
    JSON.parse(readFileSync(join(source, '.vc-config.json'), 'utf8')),
  )
  const folder = folderOf(source, below)
  const program = join(import.meta.dirname, 'function-process.ts')
  const child = fork(program, [folder, handler, useWebApi ? 'web' : 'node', keeper], {
    cwd: folder,
    env: { ...settings, PATH: process.env.PATH ?? '', NODE_ENV: 'production' },
    execArgv: ['--disable-warning=ExperimentalWarning', '--max-http-header-size=65536'],
    stdio: ['ignore', log, log, 'ipc'],
  })
  const port = await new Promise<number>((found, failed) => {
    child.once('exit', (code) => failed(new Error(`a function ended at its start: ${code}`)))
    child.once('message', (message) => found(said.parse(message).at?.port ?? 0))
  })
  return { child, port }
}

// Node's own words for how it connects are not for somebody else's connection.
const OF_A_CONNECTION = ['connection', 'transfer-encoding', 'content-length', 'keep-alive']

/** The whole answer, so that its process may be killed from then on. */
const ask = (port: number, { method, url, headers, body }: Call): Promise<Response> =>
  new Promise((answered, failed) => {
    for (const name of OF_A_CONNECTION) headers.delete(name)
    const where = { host: '127.0.0.1', port, method, path: url, agent: false }
    const sent = request({ ...where, headers: Object.fromEntries(headers) }, (response) => {
      response.on('error', failed)
      void wholeOf(response).then(answered, failed)
    })
    sent.on('error', failed)
    if (body && body.length > 0) sent.setHeader('content-length', body.length).write(body)
    sent.end()
  })

async function wholeOf(response: IncomingMessage): Promise<Response> {
  const chunks: Uint8Array<ArrayBuffer>[] = []
  for await (const chunk of response) chunks.push(chunk)
  const headers = new Headers()
  for (let at = 0; at + 1 < response.rawHeaders.length; at += 2)
    headers.append(response.rawHeaders[at] ?? '', response.rawHeaders[at + 1] ?? '')
  for (const name of OF_A_CONNECTION) headers.delete(name)
  const status = response.statusCode ?? 500
  return new Response(hasBody(status) ? new Blob(chunks) : null, { status, headers })
}

export const hasBody = (status: number) => ![204, 205, 304].includes(status)
