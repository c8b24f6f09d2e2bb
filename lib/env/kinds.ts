import { z } from 'zod'

/* What a setting may be. Each kind says what is wrong in words that go on after the setting's name. */

export const text = z.string().nullable()

const form = (pattern: RegExp, otherwise: string) => z.string().regex(pattern, otherwise).nullable()

/** Adyen's names and keys: signs that can be seen, and nothing between them. */
export const word = (otherwise: string) => form(/^[\x21-\x7e]+$/, otherwise)

/** Only the web's addresses have their hosts looked at when they are parsed: `smtp://…` is one of another kind. */
const isUsable = (value: string, protocol: RegExp) => {
  const address = URL.parse(value)
  return address !== null && protocol.test(address.protocol) && !/%[89a-f]/i.test(address.hostname)
}

const url = (protocol: RegExp, example: string) =>
  z
    .string()
    .refine((value) => isUsable(value, protocol), {
      error: `is not a usable address: set it to something like ${example}.`,
    })
    .nullable()

export const host = z
  .string()
  .refine((name) => URL.canParse(`https://${name}`), {
    error: 'is not the name of a host: remove it, Vercel sets its own.',
  })
  .nullable()

export const webUrl = (example: string) => url(/^https?:$/, example)
export const postgresUrl = url(/^postgres(ql)?:$/, 'postgres://user:password@host:5432/norang')
export const smtpUrl = url(/^smtps?:$/, 'smtp://user:password@host:587')

export const environment = z
  .enum(['simulator', 'test', 'live'], {
    error: 'is unknown: set it to simulator, test or live, or leave it out.',
  })
  .nullable()

export const copy = z
  .literal('copy', { error: 'is unknown: set it to copy, or leave it out.' })
  .nullable()

export const onOrOff = z
  .enum(['on', 'off'], { error: 'is unknown: set it to on or off, or leave it out.' })
  .nullable()

// What a number usually is serves as its example too.
function number(pattern: RegExp, usual: number, otherwise: string, most = Number.MAX_SAFE_INTEGER) {
  const sentence = `${otherwise} such as ${usual}.`
  return form(pattern, sentence)
    .transform((given) => Number(given ?? usual))
    .refine((found) => found <= most, sentence)
}

export const port = (usual: number) =>
  number(/^\d{1,5}$/, usual, 'is not a port number: set it to a number', 65_535)
export const won = (usual: number) =>
  number(/^\d{1,7}$/, usual, 'is not an amount in won: set it to a whole number')
export const aboveZero = (usual: number) =>
  number(/^[1-9]\d{0,5}$/, usual, 'is not a whole number above 0: set it to one')
export const minutes = (usual: number) =>
  number(/^[1-9]\d{0,4}$/, usual, 'is not a number of minutes: set it to a whole number')

/** Numbers of days with commas between them. */
export const days = (usual: readonly number[]) =>
  form(
    /^\d{1,2}(\s*,\s*\d{1,2}){0,9}$/,
    `is not a list of days: set it to numbers with commas between them, such as ${usual}.`,
  ).transform((given) => given?.split(',').map(Number) ?? usual)

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
export const hexKeys = (webhook: string) =>
  list.refine((keys) => keys?.every((key) => /^[0-9A-Fa-f]{64}$/.test(key)) ?? true, {
    error: `holds something that is not a key of 64 hexadecimal digits: copy the key from the ${webhook} in your Customer Area, several keys with commas between them.`,
  })

/** Addresses without a path. */
export const origins = list
  .refine((all) => all?.every(isOrigin) ?? true, {
    error:
      'holds something that is not an origin: set it to addresses without a path, such as https://shop.example, with commas between them.',
  })
  .transform((all) => all?.map((each) => new URL(each).origin) ?? [])

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, origin, href } = new URL(text)
  return /^https?:$/.test(protocol) && href === `${origin}/`
}

export const urlPrefix = form(
  /^(?!.*-(checkout|pal)-live$)[A-Za-z0-9-]+$/,
  'is not a prefix: in your live Customer Area, Developers > API URLs, copy only what stands between https:// and -checkout-live, such as 1797a841fbb37ca7-AdyenDemo.',
)

const ADDRESS = /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>".]+$/

/** Addresses of people, as they are compared. */
export const mailboxes = list
  .refine((all) => all?.every((each) => ADDRESS.test(each)) ?? true, {
    error:
      'holds something that is not an e-mail address: set it to addresses with commas between them, such as owner@shop.example.',
  })
  .transform((all) => all?.map((each) => each.toLowerCase()) ?? null)

/** Who letters come from: an address, with a name before it or without. */
export const sender = z
  .string()
  .refine((from) => ADDRESS.test(/<([^<>]*)>$/.exec(from)?.[1] ?? from), {
    error: 'is not a sender: set it to something like Norang <hello@shop.example>.',
  })
  .nullable()

export const secret = form(
  /^.{32,}$/s,
  'is too short: set it to at least 32 random characters, or leave it out.',
)

export const headerName = form(
  /^[A-Za-z0-9-]+$/,
  'is not the name of a header: set it to one that your own proxy writes, such as x-real-ip, or to none.',
).transform((given) => (given === null || given === 'none' ? null : given.toLowerCase()))
