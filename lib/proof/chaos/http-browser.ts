import { setTimeout as sleep } from 'node:timers/promises'

/** What a shopper has before the eyes. */
export type LoadedPage = {
  readonly status: number
  readonly url: string
  /** Where a redirect points that leads out of the shop; null: this is a page. */
  readonly leadsTo: string | null
  readonly text: string
}

export type HttpBrowser = {
  /** Opens a page and reloads until it is one: not a connection error, not a 5xx, and `isIt`. */
  open(url: string, isIt?: (page: LoadedPage) => boolean): Promise<LoadedPage>
  /** Sends a form, and presses again as long as there is no proper answer. */
  send(path: string, form: Readonly<Record<string, string>>): Promise<LoadedPage>
  /** How often something had to be asked again. */
  reloads(): number
}

/** A shopper whose patience is over. */
class GaveUp extends Error {
  override name = 'GaveUp'
}

/** What no shopper should ever be told: his form is forbidden, or his order is not there. */
class TurnedAway extends Error {
  override name = 'Turned'
}

const TRIES = 40
const PAUSE_MS = 1_000
const TIME_LIMIT_MS = 45_000 // paying asks Adyen twice, ten seconds each
const HOPS = 6

type Asked = { readonly method: 'GET' | 'POST'; readonly body?: URLSearchParams }

/** A browser with one cookie, no cache and no scripts. */
export function openHttpBrowser(shop: string): HttpBrowser {
  let cookie = ''
  let reloads = 0

  const ask = async (url: string, { method, body }: Asked): Promise<Response> => {
    const response = await fetch(url, {
      method,
      redirect: 'manual',
      headers: { cookie, ...(method === 'POST' ? { origin: shop } : {}) },
      signal: AbortSignal.timeout(TIME_LIMIT_MS),
      ...(body ? { body } : {}),
    })
    const given = response.headers.get('set-cookie')
    if (given?.startsWith('norang=')) cookie = given.split(';')[0] ?? ''
    return response
  }

  /** Follows redirects inside the shop, as a browser does. */
  const walk = async (from: string, asked: Asked): Promise<LoadedPage> => {
    let url = from
    let response = await ask(url, asked)
    for (let hop = 0; hop < HOPS; hop++) {
      const location = response.headers.get('location')
      if (location === null) break
      await response.text()
      const next = new URL(location, url).href
      if (!next.startsWith(`${shop}/`))
        return { status: response.status, url, leadsTo: next, text: '' }
      url = next
      response = await ask(url, { method: 'GET' })
    }
    return { status: response.status, url, leadsTo: null, text: await response.text() }
  }

  const insist = async (
    what: string,
    once: () => Promise<LoadedPage>,
    isIt: (page: LoadedPage) => boolean,
  ) => {
    let last = ''
    for (let tried = 0; tried < TRIES; tried++) {
      if (tried > 0) {
        reloads += 1
        await sleep(PAUSE_MS)
      }
      const page = await once().catch((error: unknown) => String(error))
      if (typeof page !== 'string' && page.status >= 400 && page.status < 500)
        throw new TurnedAway(`${what} was answered with ${page.status} at ${page.url}`)
      if (typeof page !== 'string' && page.status < 400 && isIt(page)) return page
      last = typeof page === 'string' ? page : `${page.status} ${page.url}`
    }
    throw new GaveUp(`${what}: ${last}`)
  }

  return {
    open: (url, isIt = () => true) => {
      const whole = new URL(url, shop).href
      return insist(whole, () => walk(whole, { method: 'GET' }), isIt)
    },
    send: (path, form) => {
      const body = new URLSearchParams(form)
      return insist(
        path,
        () => walk(`${shop}${path}`, { method: 'POST', body }),
        () => true,
      )
    },
    reloads: () => reloads,
  }
}

/** The hidden fields of the first form that posts to this address; null when the page has none. */
export function formIn({ text }: LoadedPage, action: string): Record<string, string> | null {
  const start = text.indexOf(`action="${action}"`)
  if (start < 0) return null
  const end = text.indexOf('</form>', start)
  const inputs = text.slice(start, end).matchAll(/<input type="hidden"[^>]*>/g)
  return Object.fromEntries(
    [...inputs].map(([input]) => [attribute(input, 'name'), attribute(input, 'value')]),
  )
}

const attribute = (tag: string, name: string) =>
  readable(new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '')

/** The address of the first link that has this in it. */
export function linkIn({ text }: LoadedPage, part: string): string | null {
  const found = [...text.matchAll(/href="([^"]+)"/g)].find(([, href]) => href?.includes(part))
  return found?.[1] ? readable(found[1]) : null
}

const readable = (text: string) =>
  text.replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&amp;', '&')
