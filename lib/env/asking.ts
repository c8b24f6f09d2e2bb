import type { z } from 'zod'
import { kindWords } from '../i18n/settings/kind-words'
import type { SettingWords } from '../i18n/settings/setting-words'

export type EnvSource = Readonly<Record<string, string | undefined>>

/** Makes something of a setting's text, null where it is not set, or says what is wrong with it. */
export type Kind<T> = {
  readonly schema: z.ZodType<T, string | null>
  /** Null: any text will do. */
  readonly otherwise: SettingWords | null
}

/** One setting, read. */
export type Ask = <T>(name: string, kind: Kind<T>) => T

// A .env file may have them; Docker, systemd and the forms of hosts take them for a part of what is set.
const IN_QUOTES = /^(["'`]).*\1$|^[“‘].*[”’]$/s

/** Reads settings by their names, and keeps a sentence for each that is wrong. */
export function asking(source: EnvSource) {
  const mistakes: SettingWords[] = []

  /** What is set, without the blanks and line ends that a copy brings along; null: nothing. */
  const given = (name: string): string | null => source[name]?.trim() || null

  const ask: Ask = (name, { schema, otherwise }) => {
    const found = given(name)
    const read = schema.safeParse(found)
    const isQuoted = found !== null && IN_QUOTES.test(found)
    if (read.success && !isQuoted) return read.data
    const wrong = isQuoted ? kindWords.quoted : otherwise
    if (wrong) mistakes.push({ ko: `${name}: ${wrong.ko}`, en: `${name} ${wrong.en}` })
    return schema.parse(null) // so that the others are read too, and every mistake is said at once
  }
  return { ask, given, mistakes }
}

/** Two settings that are of use only together; null when either is not set. */
export const both = <T>(
  one: string | null,
  other: string | null,
  made: (one: string, other: string) => T,
): T | null => (one !== null && other !== null ? made(one, other) : null)
