import { SettingsError } from '@/lib/env/settings-error'
import { terminalLanguage } from './terminal-language'

/** What whoever typed a command reads when it could not be done. Mistakes in settings are said in the language of the terminal, or in both. */
export function sentencesOf(error: unknown): readonly string[] {
  if (!(error instanceof SettingsError)) return [whatItSaid(error)]
  const own = terminalLanguage()
  const said = own === null ? (['en', 'ko'] as const) : [own]
  return error.mistakes.flatMap((mistake) => said.map((locale) => mistake[locale]))
}

// A refused connection has no message of its own, only those of the addresses it tried.
export function whatItSaid(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(whatItSaid).join(', ')
  return error instanceof Error ? error.message : String(error)
}
