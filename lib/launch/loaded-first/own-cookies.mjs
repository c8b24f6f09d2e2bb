// Loaded into Next. Whatever calls a door, Next writes for each cookie all of them anew: 9,000 took 16 s. Other
// subdomains can plant some in anybody's browser, so nobody is refused for them: Next sees those that are ours.
import { Server } from 'node:http'

// Over https nobody else can write the first kind, so it has room of its own.
const OURS = [/^__Host-norang(?:\.[\w.]+)?$/, /^norang(?:\.[\w.]+)?$/]
const MOST = 20

const emit = Server.prototype.emit

Server.prototype.emit = function (event, ...about) {
  if (event === 'request' || event === 'upgrade') keepOurs(about[0].headers)
  return emit.call(this, event, ...about)
}

function keepOurs(headers) {
  if (headers.cookie === undefined) return
  const ours = oursIn(headers.cookie)
  if (ours === '') delete headers.cookie
  else headers.cookie = ours
}

function oursIn(cookies) {
  const first = new Map()
  for (const pair of cookies.split(/; */)) {
    const [name, value] = pair.split('=', 2)
    if (value !== undefined && !first.has(name)) first.set(name, pair)
  }
  const names = [...first.keys()]
  return OURS.flatMap((kind) => names.filter((name) => kind.test(name)).slice(0, MOST))
    .map((name) => first.get(name))
    .join('; ')
}
