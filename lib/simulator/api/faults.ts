import { z } from 'zod'
import { type Answer, jsonResponse, serviceError, transient } from '@/lib/simulator/answer'
import type { Database } from '@/lib/simulator/config'

export const faultyCalls = [
  'payments',
  'details',
  'refunds',
  'paymentMethods',
  'captures',
  'cancels',
  'reversals',
  'storedPaymentMethods',
  'addresses',
] as const

export const faultKinds = [
  'delay',
  'hang',
  'error_500',
  'error_703',
  'too_many',
  'reset_after_commit',
  'lost_answer',
  'truncated_body',
  'hang_after_commit',
] as const

// The columns hold no more, and no timer waits longer.
const INT = 2_147_483_647

export const faultRequest = z.object({
  reference: z.string().nullable().default(null),
  on: z.enum(faultyCalls),
  kind: z.enum(faultKinds),
  ms: z.coerce.number().int().min(0).max(INT).nullable().default(null),
  times: z.coerce.number().int().min(1).max(INT).default(1),
})
export type FaultRequest = z.infer<typeof faultRequest>
export type Fault = Pick<FaultRequest, 'kind' | 'ms'>

const fault = faultRequest.pick({ kind: true, ms: true })

export async function addFault(db: Database, asked: FaultRequest): Promise<void> {
  await db.query(
    `insert into simulator.faults (reference, on_call, kind, ms, times_left)
     values ($1, $2, $3, $4, $5)`,
    [asked.reference, asked.on, asked.kind, asked.ms, asked.times],
  )
}

/** The oldest fault that waits for this call, used up by it. */
export async function takeFault(
  db: Database,
  call: string,
  references: readonly string[],
): Promise<Fault | null> {
  const { rows } = await db.query(
    `update simulator.faults set times_left = times_left - 1
     where id = (
       select id from simulator.faults
       where on_call = $1 and times_left > 0 and (reference is null or reference = any($2))
       order by id limit 1 for update skip locked)
     returning kind, ms`,
    [call, references],
  )
  return rows[0] === undefined ? null : fault.parse(rows[0])
}

// Longer than any client waits.
const HANG_MS = 65_000

/** What goes wrong before any work is done; null: go on. */
export async function failBefore({ kind, ms }: Fault, signal: AbortSignal): Promise<Answer | null> {
  const down = (code: string) =>
    serviceError(500, code, 'The server could not process the request', 'internal')
  switch (kind) {
    case 'delay':
      await pause(ms ?? 3_000, signal)
      return null
    case 'hang':
      await pause(ms ?? HANG_MS, signal)
      return down('701')
    case 'error_500':
      return down('701')
    case 'error_703':
      return transient(down('703'))
    case 'too_many':
      return transient(serviceError(429, '000', 'Too many requests', 'validation'))
    case 'reset_after_commit':
    case 'lost_answer':
    case 'truncated_body':
    case 'hang_after_commit':
      return null
  }
}

/** What becomes of an answer whose work is done and kept. */
export async function failAfter(
  { kind, ms }: Fault,
  answer: Answer,
  signal: AbortSignal,
): Promise<Response> {
  switch (kind) {
    case 'reset_after_commit':
      return brokenOff(answer, 0)
    case 'lost_answer':
      return brokenOff(answer, 0.5)
    case 'truncated_body':
      return cutShort(answer)
    case 'hang_after_commit':
      await pause(ms ?? HANG_MS, signal)
      return brokenOff(answer, 0)
    case 'delay':
    case 'hang':
    case 'error_500':
    case 'error_703':
    case 'too_many':
      return jsonResponse(answer)
  }
}

/** Arrives whole as far as HTTP can tell, and is no JSON. */
function cutShort(answer: Answer): Response {
  const text = JSON.stringify(answer.body)
  return new Response(text.slice(0, Math.floor(text.length / 2)), {
    status: answer.status,
    headers: { 'content-type': 'application/json;charset=UTF-8' },
  })
}

/** The nearest thing to a lost connection in a fetch-style handler: the body breaks off. */
function brokenOff(answer: Answer, share: number): Response {
  const bytes = new TextEncoder().encode(JSON.stringify(answer.body))
  const first = bytes.slice(0, Math.floor(bytes.length * share))
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      if (first.length > 0) controller.enqueue(first)
    },
    pull(controller) {
      controller.error(new Error('the simulator was told to lose this answer'))
    },
  })
  return new Response(body, {
    status: answer.status,
    headers: { 'content-type': 'application/json;charset=UTF-8' },
  })
}

/** Ends early when the client has gone, so that the key is free again for its next try. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve()
    const timer = setTimeout(resolve, ms)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}
