// Loaded into Next, which never sees what is refused here.
import { Server } from 'node:http'
import { parseAndValidateFlightRouterState as readRouterState } from 'next/dist/server/app-render/parse-and-validate-flight-router-state.js'

const READING = ['GET', 'HEAD', 'OPTIONS']
const KNOWN = [...READING, 'POST', 'PUT', 'PATCH', 'DELETE']
// All forms of the shop are sent to its doors. Next would draw a page for any method, or look for a server action in a form.
const DOORS = /^\/(?:api|simulator)(?:\/|$)/
const NEXT_DEVELOPING = /^\/__nextjs_/
// For each part of a query Next looks through all of them, before it calls proxy.ts: 24,000 took 43 s.
const QUERY_PARTS = 100
const ONE_SLASH = /^\/(?!\/)/
const ROUTER_STATE = 'next-router-state-tree'

const emit = Server.prototype.emit

Server.prototype.emit = function (event, ...about) {
  const [request, answering] = about
  const asks = event === 'request' || event === 'upgrade'
  const refusal = asks ? refusalOf(request) : null
  if (asks) dropOddRouterState(request.headers)
  if (refusal === null) return emit.call(this, event, ...about)
  // Of a request to upgrade there is but the connection.
  if (event === 'upgrade') answering.destroy()
  else refuse(answering, refusal)
  return true
}

function refuse(response, { status, headers = {}, text = '' }) {
  response.writeHead(status, {
    ...headers,
    ...(text && { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' }),
    'Content-Length': Buffer.byteLength(text),
    Connection: 'close',
  })
  response.end(text)
}

function refusalOf({ method, url, headers }) {
  // Next makes a Request of whatever comes, and no Request can be a TRACE: that ended as an error of ours, with a line
  // in the log. Nobody needs the other methods that Node understands, such as PROPFIND, either.
  if (!KNOWN.includes(method)) return { status: 405, headers: { Allow: KNOWN.join(', ') } }
  // A path and nothing else. Next throws at `*` and at what is no address, and would believe the host of a whole one.
  if (!ONE_SLASH.test(url))
    return { status: 400, text: '주소가 올바르지 않습니다.\nThis is no address of the shop.\n' }
  if (url.split('&', QUERY_PARTS + 1).length > QUERY_PARTS)
    return { status: 414, text: '주소가 너무 깁니다.\nThe address is too long.\n' }
  // The shop has no server actions. Next would look for one, and write a line that it found none.
  if (headers['next-action'] !== undefined)
    return { status: 404, text: '페이지를 찾을 수 없습니다.\nThere is no such page.\n' }
  if (!READING.includes(method) && !isDoor(url))
    return { status: 405, headers: { Allow: READING.join(', ') } }
  return null
}

/** Where Next cannot read it, it answers 500 and writes a line. Without it, it draws the page. */
function dropOddRouterState(headers) {
  if (headers[ROUTER_STATE] === undefined) return
  try {
    readRouterState(headers[ROUTER_STATE])
  } catch {
    delete headers[ROUTER_STATE]
  }
}

function isDoor(url) {
  const path = URL.parse(url, 'http://shop')?.pathname ?? ''
  const isDevelopers = process.env.NODE_ENV === 'development' && NEXT_DEVELOPING.test(path)
  return DOORS.test(path) || isDevelopers
}
