import { headers } from 'next/headers'
import { cache } from 'react'
import { z } from 'zod'
import { deskPath } from '../core/desk/desk-path'
import type { DeskPerson } from '../core/desk/session'
import { isLocale, type Locale } from '../core/locale'
import { deps } from '../deps'
import { cookie, cookieOf, forgetCookie, setCookie } from './cookie'
import { formDraft } from './form-draft'

export type { DeskPerson }

const LANGUAGE = 'norang.desk_language'
const CHALLENGE = 'norang.desk_challenge'
const A_YEAR_IN_SECONDS = 365 * 24 * 60 * 60
const TEN_MINUTES_IN_SECONDS = 10 * 60

/** Who of the shop asks for a page, or null: looked up once, however many parts of the page want to know. */
export const deskPerson = cache(
  async (): Promise<DeskPerson | null> => deps().desk.person(await headers()),
)

/** The same at a door, from the request itself. */
export const deskPersonOf = (request: Request): Promise<DeskPerson | null> =>
  deps().desk.person(request.headers)

/** The language of the desk: what this person chose, else this browser, else Korean. */
export async function deskLocale(): Promise<Locale> {
  const chosen = (await deskPerson())?.locale ?? (await cookie(LANGUAGE)) ?? ''
  return isLocale(chosen) ? chosen : 'ko'
}

/** The same at a door, before anybody has sent a form. */
export const deskLocaleOf = (request: Request): Locale => {
  const chosen = cookieOf(request, LANGUAGE) ?? ''
  return isLocale(chosen) ? chosen : 'ko'
}

export const deskLanguageCookie = (locale: Locale): string =>
  setCookie(LANGUAGE, locale, A_YEAR_IN_SECONDS)

/** The challenge that this browser asked for at the desk; a shopper's is another. */
export const deskChallengeOf = (request: Request): string | null => cookieOf(request, CHALLENGE)

export const deskChallengeCookie = (challenge: string | null): string =>
  challenge ? setCookie(CHALLENGE, challenge, TEN_MINUTES_IN_SECONDS) : forgetCookie(CHALLENGE)

const draft = formDraft(
  'norang.desk_sign_in',
  z.object({ email: z.string(), next: z.string().nullable().transform(deskPath) }),
)

/** What somebody who signs in at the desk has typed so far, and where they want to go on to. */
export const deskSignInDraft = async () => (await draft.read()) ?? { email: '', next: null }

export const deskSignInCookie = draft.cookie
