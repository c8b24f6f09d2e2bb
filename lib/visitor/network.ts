import type { AsyncLocalStorage } from 'node:async_hooks'
import { isIPv4, isIPv6 } from 'node:net'

/**
 * The network that a request comes from, as somebody says who cannot be talked into another: the proxy whose header is
 * given, else the socket. An IPv4 address is a network of its own; of IPv6 a household, or a rented machine, has a /64.
 * All of whom nobody says anything are one.
 */
export function networkOf(headers: Headers, trustProxy: string | null): string {
  const told = trustProxy === null ? null : headers.get(trustProxy)
  // Whoever asks may begin the list; the last entry is the one that our own proxy wrote.
  return network(told?.split(',').at(-1)) ?? network(socketAddress()) ?? 'unknown'
}

/** Kept by lib/launch/loaded-first/socket-address.mjs; where that was not loaded, as on Vercel, there is no socket of ours. */
function socketAddress(): string | undefined {
  const kept: AsyncLocalStorage<string> | undefined = Reflect.get(
    globalThis,
    Symbol.for('norang.socket_address'),
  )
  return kept?.getStore()
}

function network(told: string | undefined): string | null {
  const address = (told ?? '').trim().replace(PORT, '$<bare>').replace(/%.*$/, '')
  if (isIPv4(address)) return address
  return isIPv6(address) ? networkOfIPv6(groupsOf(address)) : null
}

// Some proxies add it: 192.0.2.1:50000, [2001:db8::1]:50000
const PORT = /^(?:\[(?<bare>[^\]]+)\]|(?<bare>[\d.]+))(?::\d+)?$/

function networkOfIPv6(groups: readonly number[]): string {
  const [high = 0, low = 0] = groups.slice(6)
  const isMapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff
  return isMapped
    ? [high >> 8, high & 255, low >> 8, low & 255].join('.')
    : `${groups
        .slice(0, 4)
        .map((group) => group.toString(16))
        .join(':')}::/64`
}

/** The eight groups, however they were written. */
function groupsOf(address: string): number[] {
  const written = new URL(`http://[${address}]`).hostname.slice(1, -1)
  const [head = [], tail = []] = written
    .split('::')
    .map((part) => part.split(':').filter((group) => group !== ''))
  const zeros = Array<string>(8 - head.length - tail.length).fill('0')
  return [...head, ...zeros, ...tail].map((group) => Number.parseInt(group, 16))
}
