import { z } from 'zod'
import { kindWords as words } from '../i18n/settings/kind-words'
import type { SettingWords } from '../i18n/settings/setting-words'
import type { Kind } from './asking'

/* What a setting may be, and what is said of one that is something else. */

const kind = <T>(schema: Kind<T>['schema'], otherwise: SettingWords | null): Kind<T> => ({
  schema,
  otherwise,
})

export const text = kind(z.string().nullable(), null)

const form = (pattern: RegExp) => z.string().regex(pattern).nullable()

/** Adyen's names and keys: signs that can be seen, and nothing between them. */
export const word = (otherwise: SettingWords) => kind(form(/^[\x21-\x7e]+$/), otherwise)

/** Only the web's addresses have their hosts looked at when they are parsed: `smtp://…` is one of another kind. */
const isUsable = (value: string, protocol: RegExp) => {
  const address = URL.parse(value)
  return address !== null && protocol.test(address.protocol) && !/%[89a-f]/i.test(address.hostname)
}

const url = (protocol: RegExp, example: string) =>
  kind(
    z
      .string()
      .refine((value) => isUsable(value, protocol))
      .nullable(),
    words.not_an_address(example),
  )

export const host = kind(
  z
    .string()
    .refine((name) => URL.canParse(`https://${name}`))
    .nullable(),
  words.not_a_host,
)

export const webUrl = (example: string) => url(/^https?:$/, example)
export const postgresUrl = url(/^postgres(ql)?:$/, 'postgres://user:password@host:5432/norang')
export const smtpUrl = url(/^smtps?:$/, 'smtp://user:password@host:587')

export const environment = kind(
  z.enum(['simulator', 'test', 'live']).nullable(),
  words.not_an_environment,
)

export const copy = kind(z.literal('copy').nullable(), words.not_copy)

export const onOrOff = kind(z.enum(['on', 'off']).nullable(), words.not_on_or_off)

// What a number usually is serves as its example too.
const number = (
  pattern: RegExp,
  usual: number,
  otherwise: (usual: number) => SettingWords,
  most = Number.MAX_SAFE_INTEGER,
) =>
  kind(
    form(pattern)
      .transform((given) => Number(given ?? usual))
      .refine((found) => found <= most),
    otherwise(usual),
  )

export const port = (usual: number) => number(/^\d{1,5}$/, usual, words.not_a_port, 65_535)
export const won = (usual: number) => number(/^\d{1,7}$/, usual, words.not_won)
export const aboveZero = (usual: number) => number(/^[1-9]\d{0,5}$/, usual, words.not_above_zero)
export const minutes = (usual: number) => number(/^[1-9]\d{0,4}$/, usual, words.not_minutes)

/** Numbers of days with commas between them. */
export const days = (usual: readonly number[]) =>
  kind(
    form(/^\d{1,2}(\s*,\s*\d{1,2}){0,9}$/).transform(
      (given) => given?.split(',').map(Number) ?? usual,
    ),
    words.not_days(usual),
  )

// With commas between them, and blanks and line ends around them. Nothing but commas is nothing.
const list = z
  .string()
  .transform((given) =>
    given
      .split(',')
      .map((each) => each.replace(/\s/g, ''))
      .filter((each) => each !== ''),
  )
  .transform((each) => (each.length === 0 ? null : each))
  .nullable()

/** Keys of Adyen's, copied from that webhook. */
export const hexKeys = (webhook: 'standard' | 'tokens') =>
  kind(
    list.refine((keys) => keys?.every((key) => /^[0-9A-Fa-f]{64}$/.test(key)) ?? true),
    words.not_hex_keys(webhook),
  )

/** Addresses without a path. */
export const origins = kind(
  list
    .refine((all) => all?.every(isOrigin) ?? true)
    .transform((all) => all?.map((each) => new URL(each).origin) ?? []),
  words.not_origins,
)

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, origin, href } = new URL(text)
  return /^https?:$/.test(protocol) && href === `${origin}/`
}

export const urlPrefix = kind(
  form(/^(?!.*-(checkout|pal)-live$)[A-Za-z0-9-]+$/),
  words.not_a_prefix,
)

const ADDRESS = /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>".]+$/

/** Addresses of people, as they are compared. */
export const mailboxes = kind(
  list
    .refine((all) => all?.every((each) => ADDRESS.test(each)) ?? true)
    .transform((all) => all?.map((each) => each.toLowerCase()) ?? null),
  words.not_mailboxes,
)

/** Who letters come from: an address, with a name before it or without. */
export const sender = kind(
  z
    .string()
    .refine((from) => ADDRESS.test(/<([^<>]*)>$/.exec(from)?.[1] ?? from))
    .nullable(),
  words.not_a_sender,
)

export const secret = kind(form(/^.{32,}$/s), words.too_short)

export const headerName = kind(
  form(/^[A-Za-z0-9-]+$/).transform((given) =>
    given === null || given === 'none' ? null : given.toLowerCase(),
  ),
  words.not_a_header,
)
