import { expect, test } from 'vitest'
import { checkBytes, MOST_BYTES, qrCode } from '@/lib/simulator/wallet/qr-code'

const address = 'http://127.0.0.1:3000/simulator/checkoutshopper/phone/AbCdEfGh01234567'
const SIZE = 37

const isPattern = (x: number, y: number) =>
  (x < 9 && y < 9) ||
  (x > SIZE - 9 && y < 9) ||
  (x < 9 && y > SIZE - 9) ||
  x === 6 ||
  y === 6 ||
  (Math.abs(x - 30) < 3 && Math.abs(y - 30) < 3)

/** Reads what a scanner reads: two columns at a time, the mask taken off. */
function codewords(modules: boolean[][]): number[] {
  const bits: boolean[] = []
  let up = true
  for (let right = SIZE - 1; right > 0; right -= 2) {
    if (right === 6) right = 5
    for (let step = 0; step < SIZE; step++) {
      const y = up ? SIZE - 1 - step : step
      for (const x of [right, right - 1])
        if (!isPattern(x, y)) bits.push((modules[y]?.[x] === true) !== ((x + y) % 2 === 0))
    }
    up = !up
  }
  return Array.from({ length: 134 }, (_, at) =>
    bits.slice(8 * at, 8 * at + 8).reduce((byte, bit) => 2 * byte + Number(bit), 0),
  )
}

test('a scanner reads the address out of the QR code, and its check bytes fit', () => {
  const read = codewords(qrCode(address) ?? [])
  const nibbles = read.flatMap((byte) => [byte >> 4, byte & 15])
  const [mode, high = 0, low = 0, ...text] = nibbles
  expect(mode).toBe(4)
  expect(16 * high + low).toBe(address.length)
  const bytes = address.split('').map((_, at) => 16 * (text[2 * at] ?? 0) + (text[2 * at + 1] ?? 0))
  expect(String.fromCharCode(...bytes)).toBe(address)
  expect(read.slice(108)).toEqual(checkBytes(read.slice(0, 108)))
})

test('check bytes make the whole divisible: every root of the generator is a zero', () => {
  const data = Array.from({ length: 108 }, (_, at) => (at * 37) % 256)
  const block = [...data, ...checkBytes(data)]
  let power = 1
  for (let root = 0; root < 26; root++) {
    expect(block.reduce((sum, byte) => byte ^ product(sum, power), 0)).toBe(0)
    power = product(power, 2)
  }
})

function product(a: number, b: number): number {
  let [sum, factor] = [0, a]
  for (let rest = b; rest > 0; rest >>= 1) {
    if (rest & 1) sum ^= factor
    factor = factor & 128 ? (factor << 1) ^ 0x11d : factor << 1
  }
  return sum
}

test('it has three eyes, and says which mask it wears', () => {
  const modules = qrCode(address) ?? []
  const row = (y: number, from: number, to: number) =>
    (modules[y] ?? []).slice(from, to).map(Number).join('')
  for (const [x, y] of [
    [0, 0],
    [SIZE - 7, 0],
    [0, SIZE - 7],
  ] as const)
    expect([row(y, x, x + 7), row(y + 1, x, x + 7), row(y + 3, x, x + 7)]).toEqual([
      '1111111',
      '1000001',
      '1011101',
    ])
  // The low level of error correction with mask 0, as the standard prints it.
  expect(row(8, 0, 6) + row(8, 7, 8)).toBe('1110111')
})

test('a text that is too long has no code', () => {
  expect(qrCode('x'.repeat(MOST_BYTES))).not.toBeNull()
  expect(qrCode('x'.repeat(MOST_BYTES + 1))).toBeNull()
})
