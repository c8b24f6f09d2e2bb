import { type Served, serve } from '../shop/serve'
import type { Traffic } from '../specification/watch-traffic'

// They speak of one connection, and there are two.
const HOP_BY_HOP = ['connection', 'content-encoding', 'content-length', 'host', 'transfer-encoding']

/** Stands between a shop and the simulator that answers inside it, and watches what passes. */
export const relayTo = (shopUrl: string, traffic: Traffic): Promise<Served> =>
  serve(traffic.api((request) => passOn(shopUrl, request).catch(() => brokenOff())))

async function passOn(shopUrl: string, request: Request): Promise<Response> {
  const { pathname, search } = new URL(request.url)
  const { method, signal } = request
  const body = await request.clone().arrayBuffer()
  const answer = await fetch(`${shopUrl}${pathname}${search}`, {
    method,
    // The shop closes connections that rest, and one that it is just closing would look like an answer lost.
    headers: { ...Object.fromEntries(ofOneHop(request.headers)), connection: 'close' },
    signal,
    redirect: 'manual',
    ...(body.byteLength > 0 ? { body } : {}),
  })
  return new Response(answer.body, { status: answer.status, headers: ofOneHop(answer.headers) })
}

function ofOneHop(headers: Headers): Headers {
  const kept = new Headers(headers)
  for (const name of HOP_BY_HOP) kept.delete(name)
  return kept
}

/** No answer at all becomes one that breaks off: whoever asked cannot tell them apart by what it says. */
const brokenOff = () =>
  new Response(
    new ReadableStream({ start: (stream) => stream.error(new Error('there is no answer')) }),
    { status: 502 },
  )
