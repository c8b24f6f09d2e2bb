/**
 * False when a text somewhere in it, key or value, holds what no database takes: a NUL, or half of a
 * character (a lone surrogate). Walks without recursion, because nonsense may be nested very deeply.
 */
export function isStorable(value: unknown): boolean {
  const left: unknown[] = [value]
  while (left.length > 0) {
    const one = left.pop()
    if (typeof one === 'string' && (one.includes('\0') || !one.isWellFormed())) return false
    if (typeof one === 'object' && one !== null)
      for (const [key, inside] of Object.entries(one)) left.push(key, inside)
  }
  return true
}
