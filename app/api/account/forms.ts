import { z } from 'zod'
import type { Locale } from '@/lib/core/locale'
import { ownPath } from '@/lib/core/own-path'
import { type SignInDraft, signInDraftCookie } from '@/lib/visitor/sign-in-draft'
import { seeOther } from '../responses'

type Fields = Readonly<Record<string, string>>

/** The address that was typed, or null when it cannot be one. */
export function emailIn(fields: Fields): string | null {
  const parsed = z.string().trim().toLowerCase().max(200).pipe(z.email()).safeParse(fields.email)
  return parsed.success ? parsed.data : null
}

/** Six digits, however a keyboard or a mail program wrote them; else null. */
export function codeIn(fields: Fields): string | null {
  const typed = (fields.code ?? '').normalize('NFKC').replace(/[\s-]/g, '')
  return /^\d{6}$/.test(typed) ? typed : null
}

/** What is worth keeping for the next page: nobody types an address twice. */
export const draftIn = (fields: Fields): SignInDraft => ({
  email: (fields.email ?? '').trim().slice(0, 200),
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
