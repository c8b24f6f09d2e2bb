// One size of QR code only: version 5 with low error correction, 37 × 37 modules, up to 106 bytes of
// text. That holds the address of a page, is a single block, and needs no library.
const SIZE = 37
const DATA_BYTES = 108
const CHECK_BYTES = 26
export const MOST_BYTES = 106

/** Rows of modules, true is dark; null: the text is too long. */
export function qrCode(text: string): boolean[][] | null {
  const bytes = new TextEncoder().encode(text)
  if (bytes.length > MOST_BYTES) return null

  const data = dataBytes(bytes)
  const modules: (boolean | null)[][] = Array.from({ length: SIZE }, () => Array(SIZE).fill(null))
  drawPatterns(modules)
  return drawData(modules, [...data, ...checkBytes(data)])
}

/** Mode 4 (bytes), the length, the text, an end, and the padding that the standard prescribes. */
function dataBytes(bytes: Uint8Array): number[] {
  const nibbles = [4, bytes.length >> 4, bytes.length & 15]
  for (const byte of bytes) nibbles.push(byte >> 4, byte & 15)
  nibbles.push(0)
  const data = Array.from({ length: nibbles.length / 2 }, (_, at) => {
    return ((nibbles[2 * at] ?? 0) << 4) | (nibbles[2 * at + 1] ?? 0)
  })
  for (let pad = 0xec; data.length < DATA_BYTES; pad ^= 0xec ^ 0x11) data.push(pad)
  return data
}

/** Reed–Solomon over GF(256) with the polynomial 0x11d. */
export function checkBytes(data: readonly number[]): number[] {
  let divisor = [1]
  for (let root = 1, degree = 0; degree < CHECK_BYTES; degree++, root = times(root, 2))
    divisor = [...divisor, 0].map((value, at) => value ^ times(divisor[at - 1] ?? 0, root))

  let rest: number[] = Array(CHECK_BYTES).fill(0)
  for (const byte of data) {
    const factor = byte ^ (rest[0] ?? 0)
    rest = [...rest.slice(1), 0].map((value, at) => value ^ times(divisor[at + 1] ?? 0, factor))
  }
  return rest
}

function times(a: number, b: number): number {
  let product = 0
  for (let bit = 7; bit >= 0; bit--) {
    product = (product << 1) ^ ((product >> 7) * 0x11d)
    product ^= ((b >> bit) & 1) * a
  }
  return product
}

type Draft = (boolean | null)[][]

function set(modules: Draft, x: number, y: number, dark: boolean): void {
  const row = modules[y]
  if (row !== undefined && x >= 0 && x < SIZE) row[x] = dark
}

// Low error correction, mask 0, with its own check bits, as the standard lists it.
const FORMAT = 0b111011111000100

function drawPatterns(modules: Draft): void {
  for (let at = 0; at < SIZE; at++) {
    set(modules, 6, at, at % 2 === 0)
    set(modules, at, 6, at % 2 === 0)
  }
  square(modules, 3, 3, 4)
  square(modules, SIZE - 4, 3, 4)
  square(modules, 3, SIZE - 4, 4)
  square(modules, SIZE - 7, SIZE - 7, 2)
  for (let bit = 0; bit < 15; bit++) {
    const dark = ((FORMAT >> bit) & 1) === 1
    const near = bit < 6 ? bit : bit < 8 ? bit + 1 : 15 - bit
    if (bit < 8) set(modules, 8, near, dark)
    else set(modules, bit === 8 ? 7 : 14 - bit, 8, dark)
    if (bit < 8) set(modules, SIZE - 1 - bit, 8, dark)
    else set(modules, 8, SIZE - 15 + bit, dark)
  }
  set(modules, 8, SIZE - 8, true)
}

/** Rings around a centre: the eyes (with their white border), and the small one for alignment. */
function square(modules: Draft, x: number, y: number, radius: number): void {
  const light = radius === 4 ? [2, 4] : [1]
  for (let dx = -radius; dx <= radius; dx++)
    for (let dy = -radius; dy <= radius; dy++)
      set(modules, x + dx, y + dy, !light.includes(Math.max(Math.abs(dx), Math.abs(dy))))
}

/** In pairs of columns from the right, up and down by turns; mask 0 turns over every second module. */
function drawData(modules: Draft, codewords: readonly number[]): boolean[][] {
  const drawn = modules.map((row) => row.map((dark) => dark === true))
  let bit = 0
  for (let pair = 0; pair < 18; pair++) {
    const right = SIZE - 1 - 2 * pair - (pair >= 15 ? 1 : 0)
    for (let step = 0; step < 2 * SIZE; step++) {
      const along = step >> 1
      const x = right - (step & 1)
      const y = pair % 2 === 0 ? SIZE - 1 - along : along
      if (modules[y]?.[x] !== null) continue
      const dark = (((codewords[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1) === 1
      bit++
      const row = drawn[y]
      if (row !== undefined) row[x] = dark !== ((x + y) % 2 === 0)
    }
  }
  return drawn
}
