import type { Random } from '@/lib/proof/simulation/random'

/** Texts that have broken something somewhere. */
const oddTexts = [
  '',
  ' ',
  '\0',
  'a\0b',
  '\ud800',
  '\udfff\ud800',
  '\u202e',
  '🟡'.repeat(50),
  '__proto__',
  'constructor',
  'null',
  'undefined',
  'NaN',
  'true',
  '-1',
  '1e309',
  '9007199254740993',
  '0x10',
  '１２３',
  "'; drop table orders; --",
  '<script>alert(1)</script>',
  '../../etc/passwd',
  '%00',
  '%ff',
  '&&',
  'a=b&c=d',
  '\r\nSet-Cookie: a=b',
  '{"a":1}',
  '[]',
  'x'.repeat(300),
  'x'.repeat(20_001),
  'A'.repeat(22),
] as const

export const oddText = (random: Random): string =>
  random.oneOf(oddTexts as unknown as [string, ...string[]])

/** Any value that JSON can hold, and some that only look like one. */
export function oddValue(random: Random, depth = 0): unknown {
  switch (random.below(depth > 3 ? 5 : 8)) {
    case 0:
      return null
    case 1:
      return random.below(2) === 0
    case 2:
      return random.oneOf([0, -1, 1.5, 1e308, Number.MAX_SAFE_INTEGER + 2, -0, 15_000])
    case 3:
    case 4:
      return oddText(random)
    case 5:
      return Array.from({ length: random.below(4) }, () => oddValue(random, depth + 1))
    case 6:
      return nested(random.below(200))
    default:
      return JSON.parse(
        `{${JSON.stringify(oddText(random))}:${JSON.stringify(oddValue(random, depth + 1))}}`,
      )
  }
}

function nested(depth: number): unknown {
  let value: unknown = 'end'
  for (let level = 0; level < depth; level++) value = level % 2 ? [value] : { a: value }
  return value
}

/** The same fields with some of them replaced, left out or joined by others. */
export function mutateFields<T extends Record<string, unknown>>(
  random: Random,
  fields: T,
  odd: (random: Random) => unknown,
): Record<string, unknown> {
  const entries = Object.entries(fields).flatMap(([name, value]): [string, unknown][] => {
    if (random.once(6)) return []
    return [[random.once(30) ? oddText(random) : name, random.once(3) ? odd(random) : value]]
  })
  if (random.once(4)) entries.push([oddText(random), odd(random)])
  // As JSON has it, so that "__proto__" is a field like any other.
  return Object.assign(Object.create(null), Object.fromEntries(entries))
}

/** A text with some of its letters changed, cut off or doubled. */
export function mutateText(random: Random, text: string): string {
  switch (random.below(5)) {
    case 0:
      return text.slice(0, random.below(text.length + 1))
    case 1: {
      const at = random.below(text.length + 1)
      return `${text.slice(0, at)}${oddText(random)}${text.slice(at + 1)}`
    }
    case 2:
      return text + text
    case 3:
      return `\ufeff${text}`
    default:
      return text
  }
}
