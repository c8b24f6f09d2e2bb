import { routeLimits } from '@/app/api/route-limits'
import type { Random } from '@/lib/proof/simulation/random'
import { sizeUpTo } from './known'

/* As much of one thing as a door reads: deep, wide, long, or many. */

const FORM = routeLimits.checkout.bytes
const DELIVERY = routeLimits['webhooks/adyen'].bytes
// A little is left for what stands around it.
const JSON_ROOM = DELIVERY - 4096

const repeated = (part: string, room: number) => part.repeat(Math.floor(room / part.length))

/** Names or values that all differ, so that nothing is found twice. */
function counted(written: (number: string) => string, room: number): string {
  const parts: string[] = []
  for (let number = 0, length = 0; length < room; number++) {
    const part = written(number.toString(36))
    parts.push(part)
    length += part.length
  }
  return parts.slice(0, -1).join('')
}

const part = (name: string) => `\r\n--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n`

const forms: readonly [(room: number) => string, ...((room: number) => string)[]] = [
  (room) => repeated('&', room),
  (room) => repeated('a&', room),
  (room) => repeated('email=a%40example.com&', room),
  (room) => counted((number) => `${number}=1&`, room),
  (room) => counted((number) => `__proto__[${number}]=1&`, room),
  (room) => `name=${repeated('%41', room - 5)}`,
  (room) => `name=${repeated('%ff', room - 5)}`,
  (room) => `name=${repeated('+', room - 5)}`,
  (room) => `email=${repeated('a.', room - 30)}a@example.com`,
  (room) => `email=${repeated('a@', room - 6)}`,
  (room) => `phone=${repeated('1-', room - 6)}&postcode=${repeated('0', 90)}`,
  (room) => `redirectResult=${repeated('%25', room - 15)}`,
  (room) => repeated(part('a'), room),
  (room) => counted(part, room),
  (room) => `${part('name')}${repeated('\r\n-', room - 60)}`,
  (room) => `\r\n--x\r\n${repeated('a: b\r\n', room - 7)}`,
]

/** Of as many fields, or as long ones, as a form can have. */
export const hugeForm = (random: Random): string =>
  random.oneOf(forms)(sizeUpTo(random.once(4) ? FORM * 1.1 : FORM, random))

const values: readonly [(room: number) => string, ...((room: number) => string)[]] = [
  (room) => `${'['.repeat(room / 2)}${']'.repeat(room / 2)}`,
  (room) => `${repeated('{"a":', (room * 5) / 6)}1${'}'.repeat(Math.floor((room * 5) / 6 / 5))}`,
  (room) => `[${repeated('1,', room - 3)}1]`,
  (room) => `[${repeated('{},', room - 4)}{}]`,
  (room) => `{${counted((number) => `"${number}":1,`, room - 8)}"a":1}`,
  (room) => `{${repeated('"a":1,', room - 8)}"a":1}`,
  (room) => `"${repeated('\\u0000', room - 2)}"`,
  (room) => `"${repeated('\\ud800', room - 2)}"`,
  (room) => `"${repeated('\\\\', room - 2)}"`,
  (room) => '9'.repeat(room),
  (room) => `0.${'0'.repeat(room - 3)}1`,
]

/** One value as deep, wide or long as a delivery can hold. */
export const hugeJson = (random: Random): string =>
  random.oneOf(values)(Math.floor(sizeUpTo(JSON_ROOM / 2, random) / 2) * 2 + 100)

/** A delivery that is one, has one in it, or has very many items. */
export function hugeDelivery(random: Random, item: string): string {
  const huge = hugeJson(random)
  const whole = `{"NotificationRequestItem":${item}}`
  return random.oneOf([
    huge,
    `{"live":${huge},"notificationItems":[${whole}]}`,
    `{"live":"false","notificationItems":${huge}}`,
    `{"live":"false","notificationItems":[${whole.replace('{', `{"more":${huge},`)}]}`,
    `{"live":"false","notificationItems":[{"NotificationRequestItem":${huge}}]}`,
    `{"live":"false","notificationItems":[${item.replace('{', () => `{"more":${huge},`)}]}`,
    `{"live":"false","notificationItems":[${repeated(`${whole},`, JSON_ROOM - whole.length)}${whole}]}`,
    `{"live":"false","notificationItems":[${`${whole},`.repeat(random.below(100))}${whole}]}`,
  ])
}
