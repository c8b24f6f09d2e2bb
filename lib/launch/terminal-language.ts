/** As the terminal speaks; null: it does not say, as in a container or a build. */
export function terminalLanguage(): 'ko' | 'en' | null {
  const said = process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || ''
  if (said.startsWith('ko')) return 'ko'
  return said.startsWith('en') ? 'en' : null
}
