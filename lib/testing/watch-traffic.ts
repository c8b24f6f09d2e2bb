import { noSpecification, specification } from './specification'

type Handler = (request: Request) => Promise<Response>

const published = specification()
if (published === null) console.warn(noSpecification)

/**
 * Holds everything that passes between shop and simulator against Adyen's published specification, in
 * both directions. `complaints` is empty when all of it fits.
 */
export function watchTraffic() {
  const complaints: string[] = []
  const seen = { requests: 0, answers: 0, notifications: 0 }
  const note = (about: string, wrong: readonly string[] = []) =>
    complaints.push(...wrong.map((each) => `${about}: ${each}`))

  return {
    complaints,
    seen,
    /** Around the simulator: what we ask, and what it answers. */
    api:
      (handler: Handler): Handler =>
      async (request) => {
        const path = /\/simulator\/api(\/.*)$/.exec(new URL(request.url).pathname)?.[1]
        if (path === undefined || request.method !== 'POST') return handler(request)
        const asked = await request.clone().json()
        seen.requests++
        note(`request to ${path}`, published?.request(path, asked))
        const response = await handler(request)
        // An answer that breaks off on purpose cannot be read, by us or by the shop.
        const answer = await response
          .clone()
          .json()
          .catch(() => undefined)
        if (answer === undefined) return response
        seen.answers++
        note(`answer of ${path}`, published?.response(path, response.status, answer))
        return response
      },
    /** Around the webhook door: what the simulator tells us. */
    webhook:
      (handler: Handler): Handler =>
      async (request) => {
        seen.notifications++
        note('notification', published?.webhook(await request.clone().json()))
        return handler(request)
      },
  }
}
