import type { Random } from '@/lib/proof/simulation/random'
import { oddText } from './fuzz-values'

/* How one asker looks like many. */

type Headers = Readonly<Record<string, string>>

const group = (random: Random) => random.below(0x10000).toString(16)
const groups = (random: Random, length: number) => Array.from({ length }, () => group(random))

/** Any address of one /64, or the one IPv4 address, in any of the ways in which it may be written. */
export function addressIn(network: readonly string[] | string, random: Random): string {
  if (typeof network === 'string') return written(network, random)
  const whole = [...network, ...groups(random, 4)]
  const full = whole.map((each) => (random.once(2) ? each : each.padStart(4, '0')))
  const address = random.once(4) ? `${network.join(':')}::${group(random)}` : full.join(':')
  const cased = random.once(3) ? address.toUpperCase() : address
  return random.once(4) ? `[${cased}]:${random.below(65536)}` : cased
}

function written(ipv4: string, random: Random): string {
  const [a = 0, b = 0, c = 0, d = 0] = ipv4.split('.').map(Number)
  return random.oneOf([
    ipv4,
    `${ipv4}:${random.below(65536)}`,
    `::ffff:${ipv4}`,
    `0:0:0:0:0:FFFF:${ipv4}`,
    `::ffff:${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`,
    ` ${ipv4} `,
  ])
}

/** A /64 of a /48 that somebody rents, or of anybody's. */
export const networkOfRange = (random: Random): readonly string[] =>
  random.once(2) ? ['2001', 'db8', '7', group(random)] : ['2001', ...groups(random, 3)]

const believedSomewhere = [
  'x-forwarded-for',
  'x-real-ip',
  'x-client-ip',
  'client-ip',
  'true-client-ip',
  'cf-connecting-ip',
  'x-vercel-forwarded-for',
  'x-forwarded-host',
  'via',
] as const

/** What nobody here believes: other proxies' headers, and cookies that nobody gave. */
export function wornBy(random: Random): Headers {
  const address = () => addressIn(networkOfRange(random), random)
  const made = Buffer.from(`${group(random)} ${group(random)}`).toString('base64url')
  return {
    [random.oneOf(believedSomewhere)]: address(),
    [random.oneOf(believedSomewhere)]: `${address()}, ${address()}`,
    forwarded: `for="[${address()}]";proto=https`,
    'user-agent': encodeURIComponent(oddText(random).slice(0, 100).toWellFormed()),
    cookie: random.oneOf([
      `norang=${'A'.repeat(18)}${group(random).padStart(4, '0')}`,
      `norang.known=${made}.${'A'.repeat(43)}`,
      `norang.known=${made}`,
      `norang.challenge=${made}; norang.known=.`,
      `norang.session_token=${made}.${made}`,
    ]),
  }
}

/** One mailbox at Gmail, by another of its addresses. */
export function aliasOf(name: string, random: Random): string {
  const letters = [...name].map((letter) => {
    const cased = random.once(3) ? letter.toUpperCase() : letter
    return random.once(3) ? `${cased}.` : cased
  })
  const tag = random.once(3) ? '' : `+${group(random)}`
  return `${letters.join('').replace(/\.$/, '')}${tag}@${random.oneOf(['gmail.com', 'GMail.com', 'googlemail.com'])}`
}
