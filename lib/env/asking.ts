import type { z } from 'zod'

export type EnvSource = Readonly<Record<string, string | undefined>>

/** Makes something of a setting's text, null where it is not set. Its sentences go on after the setting's name. */
type Kind<T> = z.ZodType<T, string | null>

/** One setting, read. */
export type Ask = <T>(name: string, kind: Kind<T>) => T

/** Reads settings by their names, and keeps a sentence for each that is wrong. */
export function asking(source: EnvSource) {
  const mistakes: string[] = []

  /** What is set, as it stands there; null: nothing, or nothing but blanks. */
  const given = (name: string): string | null => {
    const text = source[name]
    return text === undefined || text.trim() === '' ? null : text
  }

  const ask: Ask = (name, kind) => {
    const read = kind.safeParse(given(name))
    if (read.success) return read.data
    mistakes.push(...read.error.issues.map(({ message }) => `${name} ${message}`))
    return kind.parse(null) // so that the others are read too, and every mistake is said at once
  }
  return { ask, given, mistakes }
}

/** Two settings that are of use only together; null when either is not set. */
export const both = <T>(
  one: string | null,
  other: string | null,
  made: (one: string, other: string) => T,
): T | null => (one !== null && other !== null ? made(one, other) : null)
