import { type Answer, jsonResponse, notFound } from '@/lib/simulator/answer'
import type { SimulatorConfig } from '@/lib/simulator/config'
import { controlActs, currentTime } from '@/lib/simulator/control/control-acts'
import { controlPage } from '@/lib/simulator/control/control-page'
import { readRecords } from '@/lib/simulator/control/records'
import { switchNotes } from '@/lib/simulator/control/switch-notes'
import { parseJson } from '@/lib/simulator/json'
import { scriptNames, scripts } from '@/lib/simulator/payment/scripts'
import { sameSecret } from '@/lib/simulator/references'
import { isStorable } from '@/lib/simulator/storable'
import { defaultSwitches, readSwitches } from '@/lib/simulator/switches'
import type { Webhook } from '@/lib/simulator/webhooks/entered-webhooks'
import { twoWebhooks } from '@/lib/simulator/webhooks/two-webhooks'

const unstorable: Answer = {
  status: 400,
  body: { error: 'A text holds a NUL or half of a character, which nothing here can be called.' },
}

/** What people and tests may do to this little world. 404 to everybody else. */
export async function answerControl(
  config: SimulatorConfig,
  request: Request,
  path: string,
): Promise<Response> {
  if (!mayControl(config, request))
    return path === '' ? askForPassword(config) : jsonResponse(notFound)

  if (request.method === 'GET') {
    const asked = new URL(request.url).searchParams
    const reference = asked.get('reference') || null
    if (!isStorable(reference)) return jsonResponse(unstorable)
    if (path !== '') return read(config, path, reference)
    const done = Object.keys(controlActs).find((act) => act === `/${asked.get('done')}`)
    return show(config, reference, done ? { isWrong: false, text: `Done: ${done.slice(1)}` } : null)
  }
  const act = controlActs[path]
  if (request.method !== 'POST' || act === undefined) return jsonResponse(notFound)

  const form = request.headers.get('content-type')?.startsWith('application/x-www-form-urlencoded')
  const text = await request.text()
  const fields = form ? fieldsOf(new URLSearchParams(text)) : null
  const asked = fields ?? (text === '' ? {} : (parseJson(text) ?? null))
  if (!isStorable(asked)) return jsonResponse(unstorable)
  const answer = await act(config, asked)
  if (fields === null) return jsonResponse(answer)
  // A person who pressed a button wants the page back, as it was, and what became of it.
  const { reference } = fields
  if (answer.status >= 400)
    return show(config, reference ?? null, { isWrong: true, text: sentenceOf(answer) })
  const shown = new URLSearchParams({ done: path.slice(1), ...(reference && { reference }) })
  return new Response(null, {
    status: 303,
    headers: { location: `${config.origin}/control?${shown}` },
  })
}

type Access = Pick<SimulatorConfig, 'open' | 'controlPassword'>

/** Open on one's own machine; on the internet for those who know the password, if there is one. */
export function mayControl({ open, controlPassword }: Access, request: Request): boolean {
  // No other site may press buttons here with the browser of somebody who may.
  if (request.method !== 'GET' && isFromElsewhere(request)) return false
  if (open && isAskedByLoopback(request)) return true
  if (controlPassword === null) return false
  const [scheme, credentials = ''] = (request.headers.get('authorization') ?? '').split(' ')
  const basic =
    scheme === 'Basic'
      ? Buffer.from(credentials, 'base64')
          .toString()
          .replace(/^[^:]*:/, '')
      : ''
  return sameSecret(request.headers.get('x-simulator-password') ?? basic, controlPassword)
}

/** A program says nothing of where it comes from; a browser does, in one way or the other. */
function isFromElsewhere({ headers }: Request): boolean {
  const site = headers.get('sec-fetch-site')
  if (site !== null) return site !== 'same-origin' && site !== 'none'
  const origin = headers.get('origin')
  return origin !== null && (!URL.canParse(origin) || new URL(origin).host !== headers.get('host'))
}

/** A machine's own name, so that no site on the internet can pass for it by its own DNS. */
function isAskedByLoopback(request: Request): boolean {
  const host = request.headers.get('host')
  return host === null || /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/.test(host)
}

export function askForPassword({ controlPassword }: Access): Response {
  if (controlPassword === null) return jsonResponse(notFound)
  return new Response('401', {
    status: 401,
    headers: { 'www-authenticate': 'Basic realm="simulator", charset="UTF-8"' },
  })
}

const sentenceOf = ({ body }: Answer) =>
  typeof body === 'object' && body !== null && 'error' in body ? String(body.error) : 'Not done.'

async function show(
  config: SimulatorConfig,
  reference: string | null,
  said: { readonly isWrong: boolean; readonly text: string } | null,
): Promise<Response> {
  const set = await readSwitches(config.pool, reference)
  const now = await config.now()
  const ledger = await readRecords(config.pool, reference, now)
  const webhooks = await twoWebhooks(config.pool, config)
  return controlPage({ now, ledger, set, reference, config, webhooks, said })
}

async function read(
  config: SimulatorConfig,
  path: string,
  reference: string | null,
): Promise<Response> {
  const { pool } = config
  switch (path) {
    case '/clock':
      return jsonResponse(await currentTime(config))
    case '/keys':
      return jsonResponse({
        status: 200,
        body: { webhooks: Object.values(await twoWebhooks(pool, config)).map(keysOf) },
      })
    case '/ledger':
      return jsonResponse({
        status: 200,
        body: await readRecords(pool, reference, await config.now()),
      })
    case '/switches': {
      const switches = await readSwitches(pool, reference)
      return jsonResponse({
        status: 200,
        body: { reference, switches, defaults: defaultSwitches, notes: switchNotes },
      })
    }
    case '/scripts': {
      const all = scriptNames.map((name) => ({
        name,
        payments: scripts[name].parts.length,
        what: scripts[name].what,
      }))
      return jsonResponse({ status: 200, body: { scripts: all } })
    }
    default:
      return jsonResponse(notFound)
  }
}

const keysOf = ({ webhook, url, hmacKey, previousHmacKey }: Webhook) => ({
  webhook,
  url,
  hmacKey,
  previousHmacKey,
})

/** Absent fields of a form are empty strings; a program leaves them out. */
const fieldsOf = (form: URLSearchParams): Record<string, string> =>
  Object.fromEntries([...form].filter(([, value]) => value !== ''))
