import { existsSync, globSync, readFileSync, realpathSync } from 'node:fs'
import { extname, join } from 'node:path'
import { z } from 'zod'
import {
  type Call,
  type DeployedFunction,
  deployFunction,
  type FunctionPlace,
} from './deployed-functions'
import type { Keeper } from './kept'
import { filled, leadTo, matchOf, type OnItsWay, phasesOf, type Route, routing } from './routes'

/** The output of `vercel build`, answering. */
export type Deployment = {
  answer(call: Call): Promise<Response>
  readonly functions: ReadonlyMap<string, DeployedFunction>
  readonly seen: { fromKept: number }
}

const prerender = z.object({
  allowQuery: z.array(z.string()).optional(),
  initialHeaders: z.record(z.string(), z.string()).default({}),
})
type Place =
  | { readonly kind: 'file'; readonly file: string }
  | { readonly kind: 'function'; readonly name: string }

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
}

export function openDeployment(output: string, place: FunctionPlace, keeper: Keeper): Deployment {
  const { routes, overrides } = routing.parse(
    JSON.parse(readFileSync(join(output, 'config.json'), 'utf8')),
  )
  const phases = phasesOf(routes)
  const files = new Map(
    globSync('**/*', { cwd: join(output, 'static') }).map((file) => [
      `/${overrides[file]?.path ?? file}`,
      join(output, 'static', file),
    ]),
  )
  const functions = new Map<string, DeployedFunction>()
  const seen = { fromKept: 0 }

  const functionAt = (name: string): DeployedFunction => {
    const source = realpathSync(join(output, 'functions', `${name}.func`))
    const made = functions.get(source) ?? deployFunction(source, place)
    functions.set(source, made)
    return made
  }
  const lookUp = (path: string): Place | null => {
    const file = files.get(decodedOr(path))
    if (file && extname(file) !== '') return { kind: 'file', file }
    const name = path === '/' ? 'index' : path.replace(/^\/|\/$/g, '')
    const isThere = name !== '' && existsSync(join(output, 'functions', `${name}.func`))
    return isThere ? { kind: 'function', name } : null
  }

  /** Follows routes until one leads somewhere or answers itself. */
  const follow = async (list: readonly Route[], way: OnItsWay, call: Call) => {
    for (const route of list) {
      const taken = matchOf(route, way)
      if (taken === null) continue
      for (const [name, value] of Object.entries(route.headers ?? {}))
        way.answerHeaders.set(name, filled(value, taken))
      if (route.middlewarePath !== undefined) {
        const answer = await askProxy(functionAt('_middleware'), way, call)
        if (answer !== null) return answer
      }
      if (route.status !== undefined) way.status = route.status
      const location = way.answerHeaders.get('location')
      if (location !== null && way.status !== null)
        return new Response(null, { status: way.status })
      if (route.dest !== undefined) leadTo(way, filled(route.dest, taken))
      if (route.check) {
        const found = lookUp(way.path)
        if (found !== null) return found
      }
      if (!route.continue && !route.check) break
    }
    return null
  }

  const serve = async (found: Place, way: OnItsWay, call: Call): Promise<Response> => {
    if (found.kind === 'file')
      return new Response(readFileSync(found.file), {
        status: way.status ?? 200,
        headers: { 'content-type': TYPES[extname(found.file)] ?? 'application/octet-stream' },
      })
    const { name } = found
    const headers = new Headers(way.requestHeaders)
    headers.set('x-matched-path', name === 'index' ? '/' : `/${name}`)
    const config = join(output, 'functions', `${name}.prerender-config.json`)
    const isKept = existsSync(config) && ['GET', 'HEAD'].includes(call.method)
    if (!isKept) return functionAt(name).call({ ...call, headers, url: urlOf(call, way.query) })

    const { allowQuery } = prerender.parse(JSON.parse(readFileSync(config, 'utf8')))
    const query = new URLSearchParams(
      [...way.query].filter(([key]) => allowQuery?.includes(key) ?? true),
    )
    const key = `${name}?${query}`
    const kept = keeper.page(key)
    if (kept !== null) {
      seen.fromKept += 1
      return new Response(kept.body, { status: kept.status, headers: kept.headers })
    }
    const at = performance.now()
    const sent = new Headers({ 'x-matched-path': `/${name}`, host: headers.get('host') ?? '' })
    const url = urlOf(call, query)
    const response = await functionAt(name).call({ method: 'GET', url, headers: sent, body: null })
    await keeper.keep(key, response, at)
    return response
  }

  const answer = async (call: Call): Promise<Response> => {
    const [path = '/', query = ''] = call.url.split('?')
    const way: OnItsWay = {
      path,
      query: new URLSearchParams(query),
      requestHeaders: new Headers(call.headers),
      answerHeaders: new Headers(),
      status: null,
    }
    let found: Response | Place | null = await follow(phases.first, way, call)
    found ??= lookUp(way.path)
    found ??= await follow(phases.filesystem, way, call)
    found ??= await follow(phases.rewrite, way, call)
    if (found === null) {
      way.status = 404
      found = { kind: 'function', name: '_not-found' }
    }
    const response = found instanceof Response ? found : await serve(found, way, call)
    return withHeaders(response, way)
  }
  return { answer, functions, seen }
}

const decodedOr = (path: string) => {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

const urlOf = ({ url }: Call, query: URLSearchParams) =>
  query.size === 0 ? (url.split('?')[0] ?? '/') : `${url.split('?')[0]}?${query}`

/** Next's proxy: it answers itself, or changes what the page is told and what its answer carries. */
async function askProxy(
  proxy: DeployedFunction,
  way: OnItsWay,
  call: Call,
): Promise<Response | null> {
  const response = await proxy.call({
    ...call,
    headers: new Headers(way.requestHeaders),
    body: null,
  })
  if (response.headers.get('x-middleware-next') !== '1') return response
  const changed = response.headers.get('x-middleware-override-headers')?.split(',') ?? []
  for (const name of changed) {
    const value = response.headers.get(`x-middleware-request-${name}`)
    if (value === null) way.requestHeaders.delete(name)
    else way.requestHeaders.set(name, value)
  }
  for (const [name, value] of response.headers)
    if (!name.startsWith('x-middleware-')) way.answerHeaders.set(name, value)
  return null
}

/** What routes say of an answer goes before what a function says, and browsers keep no page that Vercel keeps for them. */
function withHeaders(response: Response, { answerHeaders, status }: OnItsWay): Response {
  const headers = new Headers(response.headers)
  if (/s-maxage/.test(headers.get('cache-control') ?? ''))
    headers.set('cache-control', 'public, max-age=0, must-revalidate')
  headers.delete('x-next-cache-tags')
  for (const [name, value] of answerHeaders) if (!headers.has(name)) headers.set(name, value)
  const isRedirect = headers.has('location')
  const shown = isRedirect || status === null ? response.status : status
  return new Response(response.body, { status: shown, headers })
}
