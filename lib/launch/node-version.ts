const OLDEST = [22, 18] as const // as "engines" in package.json says; the first of them that reads TypeScript by itself

/** Null when this Node will do, else the sentence to show. Imports nothing: it must load in an old Node too. */
export function nodeVersionProblem(version: string): string | null {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const fits = major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])
  if (fits) return null
  return `Norang needs Node ${OLDEST.join('.')} or newer and this is Node ${version}: run "npm install" with install scripts allowed, which brings its own, or install a newer Node.`
}

/** Ends the process with that sentence. To be called before anything is imported that an old Node cannot load. */
export function requireNodeVersion(): void {
  const complaint = nodeVersionProblem(process.versions.node)
  if (complaint === null) return
  console.error(complaint)
  process.exit(1)
}
