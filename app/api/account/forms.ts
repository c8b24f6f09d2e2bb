import { firstLetters } from '@/lib/core/graphemes'
import type { Locale } from '@/lib/core/locale'
import { ownPath } from '@/lib/core/own-path'
import { parseCode } from '@/lib/core/typed/code'
import { parseEmail } from '@/lib/core/typed/email'
import { type SignInDraft, signInDraftCookie } from '@/lib/visitor/sign-in-draft'
import { seeOther } from '../responses'

type Fields = Readonly<Record<string, string>>

/** The address that was typed, or null when it cannot be one. */
export function emailIn(fields: Fields): string | null {
  const email = parseEmail(fields.email ?? '')?.toLowerCase() ?? null
  return email !== null && email.length <= 200 ? email : null
}

/** The six digits in what was typed or pasted; else null. */
export const codeIn = (fields: Fields): string | null => parseCode(fields.code ?? '')

/** What is worth keeping for the next page: nobody types an address twice. */
export const draftIn = (fields: Fields): SignInDraft => ({
  email: firstLetters(fields.email ?? '', 200),
  next: ownPath(fields.next),
})

type Query = Readonly<Record<string, string>>

export function accountPage(locale: Locale, query: Query = {}): string {
  const asked = new URLSearchParams(query).toString()
  return `/${locale}/account${asked && `?${asked}`}`
}

/** 303 with cookies. */
export function goOn(location: string, cookies: readonly string[]): Response {
  const response = seeOther(location)
  for (const cookie of cookies) response.headers.append('Set-Cookie', cookie)
  return response
}

/** Back to the sign-in, with what was typed. */
export const backTo = (location: string, draft: SignInDraft | null): Response =>
  goOn(location, [signInDraftCookie(draft)])
