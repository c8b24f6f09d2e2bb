import type { z } from 'zod'

export type EnvSource = Readonly<Record<string, string | undefined>>

/** Makes something of a setting's text, null where it is not set. Its sentences go on after the setting's name. */
type Kind<T> = z.ZodType<T, string | null>

/** One setting, read. */
export type Ask = <T>(name: string, kind: Kind<T>) => T

// A .env file may have them; Docker, systemd and the forms of hosts take them for a part of what is set.
const IN_QUOTES = /^(["'`]).*\1$|^[“‘].*[”’]$/s
const QUOTED = 'stands in quotes, which are taken for a part of it: remove them.'

/** Reads settings by their names, and keeps a sentence for each that is wrong. */
export function asking(source: EnvSource) {
  const mistakes: string[] = []

  /** What is set, without the blanks and line ends that a copy brings along; null: nothing. */
  const given = (name: string): string | null => source[name]?.trim() || null

  const ask: Ask = (name, kind) => {
    const found = given(name)
    const read = kind.safeParse(found)
    const isQuoted = found !== null && IN_QUOTES.test(found)
    if (read.success && !isQuoted) return read.data
    if (isQuoted) mistakes.push(`${name} ${QUOTED}`)
    else mistakes.push(...(read.error?.issues ?? []).map(({ message }) => `${name} ${message}`))
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
