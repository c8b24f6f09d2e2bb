import { importsOf, resolved, type SourceFile, stemOf } from './imports'

/** One sentence for every circle of imports; types count, since a reader follows them too. */
export function circles(sources: readonly SourceFile[]): string[] {
  const files = new Map(sources.map((source) => [stemOf(source.path), source]))
  const reach = new Map(
    [...files].map(([stem, { path, text }]) => [
      stem,
      importsOf(text).flatMap((name) => {
        const target = resolved(name, path)
        return target !== null && target !== stem && files.has(target) ? [target] : []
      }),
    ]),
  )
  const found = new Map<string, string>()
  for (const start of files.keys()) {
    const way = shortestWayBack(start, reach)
    if (way === null) continue
    // The same circle is met from each of its files.
    const name = [...way].sort().join(' ')
    if (!found.has(name)) found.set(name, sentence(way))
  }
  return [...found.values()]
}

const sentence = (way: readonly string[]) =>
  `${way[0]} imports itself by way of ${[...way.slice(1), way[0]].join(' → ')}: what both need belongs in a file that imports neither.`

function shortestWayBack(
  start: string,
  reach: ReadonlyMap<string, readonly string[]>,
): readonly string[] | null {
  const seen = new Set<string>()
  let ways: (readonly string[])[] = [[start]]
  while (ways.length > 0) {
    const longer: (readonly string[])[] = []
    for (const way of ways) {
      for (const next of reach.get(way.at(-1) ?? '') ?? []) {
        if (next === start) return way
        if (seen.has(next)) continue
        seen.add(next)
        longer.push([...way, next])
      }
    }
    ways = longer
  }
  return null
}
