import { z } from 'zod'
import type { FaultRequest } from '@/lib/simulator/api/faults'
import { noSpecification, specification } from './specification'
import { type WrongOnPurpose, wrongOnPurpose } from './wrong-on-purpose'

type Handler = (request: Request) => Promise<Response>

const published = specification()
if (published === null) console.warn(noSpecification)

export type Traffic = ReturnType<typeof watchTraffic>

/**
 * Holds everything that passes between shop and simulator against Adyen's published specification, in
 * both directions. `complaints` is empty when all of it fits.
 */
export function watchTraffic() {
  const complaints: string[] = []
  const seen = { requests: 0, answers: 0, notifications: 0 }
  const note = (about: string, wrong: readonly string[] = []) =>
    complaints.push(...wrong.map((each) => `${about}: ${each}`))
  // Answers that somebody has ordered to be broken, and that nobody has met yet.
  let breaksOrdered = 0

  async function noteRequest(path: string, request: Request): Promise<void> {
    seen.requests++
    const method = request.method.toLowerCase()
    const about = `request ${request.method} ${path}`
    note(about, published?.query(path, new URL(request.url).searchParams, method))
    const body = await readJson(request)
    if (body === unreadable) note(about, ['is no JSON'])
    else if (method === 'post' || method === 'patch')
      note(about, published?.request(path, body, method))
    else if (body !== undefined) note(about, ['has a body'])
  }

  async function noteAnswer(path: string, request: Request, response: Response): Promise<void> {
    const about = `answer of ${request.method} ${path}`
    const body = await readJson(response)
    if (body === unreadable) {
      // Broken on purpose, it cannot be read by us or by the shop; and whoever hangs up gets no answer.
      if (breaksOrdered > 0) breaksOrdered--
      else if (!request.signal.aborted) note(about, [`${response.status} is no JSON`])
      return
    }
    seen.answers++
    const method = request.method.toLowerCase()
    note(about, published?.response(path, response.status, body, method))
  }

  return {
    complaints,
    seen,
    /** Around the simulator: what we ask, and what it answers. */
    api:
      (handler: Handler): Handler =>
      async (request) => {
        const { pathname } = new URL(request.url)
        const [, door, path = ''] = /^(?:\/simulator)?\/(api|control)(\/.*)$/.exec(pathname) ?? []
        if (door === 'control' && path === '/faults')
          breaksOrdered += breaksIn(await readJson(request))
        if (door !== 'api') return handler(request)
        await noteRequest(path, request)
        const response = await handler(request).catch((error: unknown) => {
          note(`answer of ${request.method} ${path}`, [`there is none: ${error}`])
          throw error
        })
        await noteAnswer(path, request, response)
        return response
      },
    /** Around the webhook door: what the simulator tells us. */
    webhook:
      (handler: Handler): Handler =>
      async (request) => {
        seen.notifications++
        const body = await readJson(request)
        if (body === unreadable) note('notification', ['is no JSON'])
        else note('notification', published?.webhook(body))
        return handler(request)
      },
    /** Takes back what was said of notifications that the test made wrong on purpose, and no more. */
    passOver(...kinds: readonly WrongOnPurpose[]): void {
      const isMeant = (complaint: string) =>
        complaint.startsWith('notification: ') &&
        kinds.some((kind) => complaint.includes(wrongOnPurpose[kind]))
      complaints.splice(0, complaints.length, ...complaints.filter((each) => !isMeant(each)))
    },
  }
}

const unreadable = Symbol('unreadable')

/** Undefined where there is nothing. */
async function readJson(message: Request | Response): Promise<unknown> {
  try {
    const text = await message.clone().text()
    return text === '' ? undefined : JSON.parse(text)
  } catch {
    return unreadable
  }
}

/** Faults whose answer cannot be read; after the others it is whole. */
const breaking = [
  'reset_after_commit',
  'lost_answer',
  'truncated_body',
  'hang_after_commit',
] as const satisfies readonly FaultRequest['kind'][]
const breakingFault = z.object({ kind: z.enum(breaking), times: z.coerce.number().default(1) })

const breaksIn = (order: unknown) => breakingFault.safeParse(order).data?.times ?? 0
