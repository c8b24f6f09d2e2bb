// Loaded into Next. A door sees a Request, which knows nothing of the connection that it came by, and whatever a header
// says about it anybody can write. So the address at its other end is kept beside the request, where only this process
// can put it; lib/visitor/network.ts reads it.
import { AsyncLocalStorage } from 'node:async_hooks'
import { Server } from 'node:http'

const address = new AsyncLocalStorage()
globalThis[Symbol.for('norang.socket_address')] = address

const emit = Server.prototype.emit

Server.prototype.emit = function (event, ...about) {
  if (event !== 'request') return emit.call(this, event, ...about)
  return address.run(about[0].socket.remoteAddress, () => emit.call(this, event, ...about))
}
