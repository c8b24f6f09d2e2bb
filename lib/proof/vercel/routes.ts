import { z } from 'zod'

/* The part of Vercel's router that the output of `vercel build` for this shop needs: Build Output API v3, "Routes". */

const condition = z.object({
  type: z.enum(['header', 'query', 'cookie', 'host']),
  key: z.string().optional(),
  value: z.string().optional(),
})
const route = z.object({
  handle: z.string().optional(),
  src: z.string().optional(),
  dest: z.string().optional(),
  headers: z.record(z.string(), z.string()).optional(),
  status: z.number().optional(),
  continue: z.boolean().optional(),
  check: z.boolean().optional(),
  has: z.array(condition).optional(),
  missing: z.array(condition).optional(),
  middlewarePath: z.string().optional(),
})
type Condition = z.output<typeof condition>
export type Route = z.output<typeof route>

const PHASES = ['first', 'filesystem', 'resource', 'miss', 'rewrite', 'hit', 'error'] as const
type Phase = (typeof PHASES)[number]
export type Phases = Readonly<Record<Phase, readonly Route[]>>

export const routing = z.object({
  routes: z.array(route),
  overrides: z.record(z.string(), z.object({ path: z.string().optional() })).default({}),
})

/** The routes by the phase that they belong to. */
export function phasesOf(routes: readonly Route[]): Phases {
  const phases = new Map<string, Route[]>(PHASES.map((phase) => [phase, []]))
  let phase = 'first'
  for (const each of routes) {
    if (each.handle !== undefined) phase = each.handle
    else phases.get(phase)?.push(each)
  }
  const of = (name: Phase) => phases.get(name) ?? []
  return {
    first: of('first'),
    filesystem: of('filesystem'),
    resource: of('resource'),
    miss: of('miss'),
    rewrite: of('rewrite'),
    hit: of('hit'),
    error: of('error'),
  }
}

/** A request on its way. Routes change where it goes, and what its answer carries. */
export type OnItsWay = {
  path: string
  readonly query: URLSearchParams
  readonly requestHeaders: Headers
  readonly answerHeaders: Headers
  status: number | null
}

/** What of a request a route took for itself; null: it is none of its. */
export function matchOf(route: Route, way: OnItsWay): Readonly<Record<string, string>> | null {
  const found = new RegExp(route.src ?? '^').exec(way.path)
  if (found === null || (route.src ?? '').length === 0) return null
  // Vercel holds a pattern against the whole path.
  if (!/^\^|\$$/.test(route.src ?? '') && found[0] !== way.path) return null
  const taken: Record<string, string> = { ...found.groups }
  for (const [index, text] of found.entries()) taken[index] = text ?? ''
  for (const each of route.has ?? []) {
    const held = holds(each, way)
    if (held === null) return null
    Object.assign(taken, held)
  }
  return (route.missing ?? []).some((each) => holds(each, way) !== null) ? null : taken
}

function holds({ type, key = '', value }: Condition, way: OnItsWay): Record<string, string> | null {
  const text = textOf(type, key, way)
  if (text === null) return null
  if (value === undefined) return {}
  const found = new RegExp(`^(?:${value})$`).exec(text)
  return found === null ? null : { ...found.groups }
}

function textOf(type: Condition['type'], key: string, way: OnItsWay): string | null {
  switch (type) {
    case 'header':
      return way.requestHeaders.get(key)
    case 'query':
      return way.query.get(key)
    case 'host':
      return way.requestHeaders.get('host')
    case 'cookie':
      return (
        new RegExp(`(?:^|; )${key}=([^;]*)`).exec(way.requestHeaders.get('cookie') ?? '')?.[1] ??
        null
      )
  }
}

/** Puts what was taken into a destination or a header. */
export const filled = (text: string, taken: Readonly<Record<string, string>>) =>
  text.replace(/\$(\w+)/g, (whole, name: string) => taken[name] ?? (/^\d/.test(name) ? '' : whole))

/** Sends a request to another address inside the deployment. */
export function leadTo(way: OnItsWay, dest: string): void {
  const [path = '', query = ''] = dest.split('?')
  way.path = path
  for (const [name, value] of new URLSearchParams(query)) way.query.set(name, value)
}
