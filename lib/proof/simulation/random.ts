/** Luck that can be had again: the same seed draws the same numbers on every machine. */
export type Random = {
  /** A whole number from 0 up to, and not including, `end`. */
  below(end: number): number
  /** True once in so many times. */
  once(inSoMany: number): boolean
  oneOf<T>(list: readonly [T, ...T[]]): T
}

/** Mulberry32, started far apart for neighbouring seeds. */
export function seededRandom(seed: number): Random {
  let state = Math.imul(seed ^ 0x5bd1e995, 0x9e3779b1)
  const below = (end: number) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 0x100000000) * end)
  }
  return {
    below,
    once: (inSoMany) => below(inSoMany) === 0,
    oneOf: (list) => list[below(list.length)] ?? list[0],
  }
}
