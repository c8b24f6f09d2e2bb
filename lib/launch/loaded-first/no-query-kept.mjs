// Loaded into Next, which writes the query that a page is first asked with into what it keeps of it for everybody. No
// page that is kept reads one.
import { Server } from 'node:http'

const PAGE = /^\/(?:ko|en)(?:\/|$)/
const READS_ITS_QUERY =
  /^\/(?:ko|en)\/(?:search|cart|checkout|orders|account|subscriptions)(?:\/|$)/
/** What Next's own links ask with, and Next leaves out of the page. */
const OF_NEXT = /[?&](_rsc(?:=[\w-]{0,40})?)(?:&|$)/

const emit = Server.prototype.emit

Server.prototype.emit = function (event, ...about) {
  if (event === 'request') about[0].url = withoutQuery(about[0].url)
  return emit.call(this, event, ...about)
}

function withoutQuery(url) {
  const query = url.indexOf('?')
  if (query < 0 || !isKept(url)) return url
  const ofNext = OF_NEXT.exec(url.slice(query))?.[1]
  return url.slice(0, query) + (ofNext ? `?${ofNext}` : '')
}

/** By the address that Next will read in it, whatever it is written like. */
function isKept(url) {
  const path = decoded(URL.parse(url, 'http://shop')?.pathname ?? '')
  return PAGE.test(path) && !READS_ITS_QUERY.test(path)
}

function decoded(path) {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
