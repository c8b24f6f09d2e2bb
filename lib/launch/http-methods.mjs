// Loaded into Next. It makes a Request of whatever comes, and no Request can be a TRACE: that ended as an error of
// ours, with a line in the log. Nobody needs the other methods that Node understands, such as PROPFIND, either.
import { Server } from 'node:http'

const KNOWN = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

const emit = Server.prototype.emit

Server.prototype.emit = function (event, ...about) {
  const [request, response] = about
  if (event !== 'request' || KNOWN.includes(request.method)) return emit.call(this, event, ...about)
  const headers = { Allow: KNOWN.join(', '), 'Content-Length': 0, Connection: 'close' }
  response.writeHead(405, headers).end()
  return true
}
