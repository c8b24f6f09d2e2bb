// Loaded into Next. When somebody wants it to end, Next closes its server and, once that is closed, ends the process. What
// the shop does beside answering is in hand too: it is told to come to an end, and the server counts as closed when it has.
import { Server } from 'node:http'

const LIMIT_MS = 9_000 // whoever stopped us waits for ten seconds; what is cut off is taken up by the next start
const SIGTERM = 143

const inHand = []
globalThis[Symbol.for('norang.in_hand')] = inHand

const { close, emit } = Server.prototype
const answering = new Set()
let closing = false

// Whoever keeps a connection open is told that this was the last answer on it.
Server.prototype.emit = function (event, ...about) {
  const [, response] = about
  if (event === 'request') {
    if (closing) sayLast(response)
    answering.add(response)
    response.once('close', () => answering.delete(response))
  }
  return emit.call(this, event, ...about)
}

function sayLast(response) {
  if (!response.headersSent) response.setHeader('Connection', 'close')
}

Server.prototype.close = function (done) {
  if (closing) return close.call(this, done)
  closing = true
  setTimeout(() => process.exit(SIGTERM), LIMIT_MS).unref()
  answering.forEach(sayLast)
  const ended = Promise.allSettled(inHand.map((end) => end()))
  return close.call(this, (error) => ended.then(() => done?.(error)))
}
