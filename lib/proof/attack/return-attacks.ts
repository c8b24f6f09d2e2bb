import { GET as getOrder } from '@/app/api/orders/[order]/route'
import { GET as getReturn, POST as postReturn } from '@/app/api/return/[attempt]/route'
import type { Random } from '@/lib/proof/simulation/random'
import { hugeForm } from './floods'
import { mutateText, oddText } from './fuzz-values'
import { type Attack, type Door, get, type KnownToAttacker, post } from './known'

/** Somebody comes back, to a link that exists or not, with a result that is none. */
export function returnAttack(random: Random, known: KnownToAttacker): Attack {
  const attempt = random.once(3) ? oddText(random) : known.returnToken
  const result = random.once(2) ? `X6XtfGC3!${'A'.repeat(random.below(3000))}` : oddText(random)
  const params = { attempt }
  if (random.once(4))
    return {
      name: 'order as JSON',
      send: () => get(getOrder as Door, '', { order: random.once(2) ? attempt : known.order }),
    }
  if (random.once(2)) {
    const query = random.once(3)
      ? mutateText(random, `redirectResult=${result}`)
      : `redirectResult=${encodeURIComponent(result.toWellFormed())}`
    return { name: 'return', send: () => get(getReturn as Door, query, params) }
  }
  const body = random.once(30)
    ? hugeForm(random)
    : new URLSearchParams({ redirectResult: result }).toString()
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  return {
    name: 'return by POST',
    send: () => post(postReturn as Door, headers, body, params),
  }
}
