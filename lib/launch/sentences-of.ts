import { SettingsError } from '@/lib/env/settings-error'

/** What whoever typed a command reads when it could not be done. */
export const sentencesOf = (error: unknown): readonly string[] =>
  error instanceof SettingsError ? error.sentences : [whatItSaid(error)]

// A refused connection has no message of its own, only those of the addresses it tried.
export function whatItSaid(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(whatItSaid).join(', ')
  return error instanceof Error ? error.message : String(error)
}
