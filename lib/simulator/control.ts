import { z } from 'zod'
import { type Answer, json, notFound } from '@/lib/simulator/answer'
import type { SimulatorConfig } from '@/lib/simulator/config'
import { controlPage } from '@/lib/simulator/control-page'
import { deliverDue } from '@/lib/simulator/delivery'
import { advance } from '@/lib/simulator/duration'
import { choices } from '@/lib/simulator/endings'
import { addFault, faultRequest } from '@/lib/simulator/faults'
import { readLedger } from '@/lib/simulator/ledger'
import { sameSecret } from '@/lib/simulator/references'
import { notificationRequest, sendNotification } from '@/lib/simulator/send-notification'
import { setSwitches, switches } from '@/lib/simulator/switches'
import { press } from '@/lib/simulator/wallet'

type Act = (config: SimulatorConfig, fields: unknown) => Promise<Answer>

/** What people and tests may do to this little world. 404 to everybody else. */
export async function answerControl(
  config: SimulatorConfig,
  request: Request,
  path: string,
): Promise<Response> {
  if (!mayControl(config, request)) return path === '' ? askForPassword(config) : json(notFound)

  const url = new URL(request.url)
  if (request.method === 'GET') return read(config, path, url.searchParams.get('reference'))
  const act = acts[path]
  if (request.method !== 'POST' || act === undefined) return json(notFound)

  const form = request.headers.get('content-type')?.startsWith('application/x-www-form-urlencoded')
  const text = await request.text()
  const fields = form ? fieldsOf(new URLSearchParams(text)) : parse(text)
  const answer = await act(config, fields)
  // A person who pressed a button wants the page back, a program wants the answer.
  if (!form || answer.status >= 400) return json(answer)
  return new Response(null, { status: 303, headers: { location: `${config.origin}/control` } })
}

type Access = Pick<SimulatorConfig, 'open' | 'controlPassword'>

/** Open on one's own machine; on the internet for those who know the password, if there is one. */
export function mayControl({ open, controlPassword }: Access, request: Request): boolean {
  // No other site may press buttons here with the browser of somebody who may.
  const site = request.headers.get('sec-fetch-site') ?? 'none'
  if (request.method !== 'GET' && site !== 'same-origin' && site !== 'none') return false
  if (open) return true
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

export function askForPassword({ controlPassword }: Access): Response {
  if (controlPassword === null) return json(notFound)
  return new Response('401', {
    status: 401,
    headers: { 'www-authenticate': 'Basic realm="simulator", charset="UTF-8"' },
  })
}

async function read(
  config: SimulatorConfig,
  path: string,
  reference: string | null,
): Promise<Response> {
  switch (path) {
    case '':
      return controlPage(
        await config.now(),
        await readLedger(config.pool, reference),
        config.origin,
      )
    case '/clock':
      return json(await theTime(config))
    case '/ledger':
      return json({ status: 200, body: await readLedger(config.pool, reference) })
    default:
      return json(notFound)
  }
}

/** Absent fields of a form are empty strings; a program leaves them out. */
const fieldsOf = (form: URLSearchParams) =>
  Object.fromEntries([...form].filter(([, value]) => value !== ''))

function parse(text: string): unknown {
  try {
    return text === '' ? {} : JSON.parse(text)
  } catch {
    return null
  }
}

const ok = (body: unknown): Answer => ({ status: 200, body })
const theTime = async ({ now }: SimulatorConfig) => ok({ now: new Date(await now()).toISOString() })

/** An act whose fields are checked first; what is wrong with them is the answer. */
function acting<T>(
  schema: z.ZodType<T>,
  work: (config: SimulatorConfig, fields: T) => Promise<Answer>,
): Act {
  return async (config, fields) => {
    const parsed = schema.safeParse(fields)
    if (!parsed.success) return { status: 400, body: { error: z.prettifyError(parsed.error) } }
    return work(config, parsed.data)
  }
}

const aboutOne = z.object({ reference: z.string().nullable().default(null) })

const acts: Readonly<Record<string, Act>> = {
  '/clock': acting(advance, async (config, ms) => {
    await config.moveClock(ms)
    return theTime(config)
  }),
  '/deliver': async (config) => ok({ delivered: await deliverDue(config) }),
  '/faults': acting(faultRequest, async ({ pool }, fault) => {
    await addFault(pool, fault)
    return ok({ fault })
  }),
  '/webhooks': acting(
    switches.partial().strict().extend(aboutOne.shape),
    async ({ pool }, { reference, ...settings }) => {
      await setSwitches(pool, reference, settings)
      return ok({ reference, settings })
    },
  ),
  '/notifications': acting(notificationRequest, async (config, asked) =>
    ok({ pspReference: await sendNotification(config, asked) }),
  ),
  '/replay': acting(z.object({ reference: z.string() }), async (config, { reference }) => {
    const { rowCount } = await config.pool.query(
      `update simulator.notifications set status = 'waiting', due_at = $2, leased_until = null,
         lost_attempts = 0 where reference = $1`,
      [reference, await config.now()],
    )
    return ok({ replayed: rowCount })
  }),
  '/wallet': acting(choices.extend({ reference: z.string() }), pressFor),
  '/reset': async ({ pool }) => {
    await pool.query(
      `truncate simulator.payments, simulator.modifications, simulator.notifications,
         simulator.deliveries, simulator.idempotency_keys, simulator.faults, simulator.switches`,
    )
    return ok({ reset: true })
  },
}

/** The same as a button of the wallet page, for tests that speak HTTP only. */
async function pressFor(
  config: SimulatorConfig,
  { reference, ...chosen }: z.infer<typeof choices> & { reference: string },
): Promise<Answer> {
  const way = await press(config, 'reference', reference, chosen)
  switch (way.kind) {
    case 'returns':
      return ok({ returnUrl: way.url, form: way.form })
    case 'stays':
      return ok({ returnUrl: null, form: null })
    case 'over':
      return { status: 409, body: { error: `The payment ${reference} has ended.` } }
    case 'unknown':
      return { status: 404, body: { error: `There is no payment ${reference}.` } }
  }
}
