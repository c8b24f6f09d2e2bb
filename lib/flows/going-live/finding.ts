import type { Locale } from '@/lib/core/locale'
import type { CheckId, CheckWords } from '@/lib/i18n/going-live/check-names'
import { seenByPerson } from '@/lib/i18n/going-live/doctor-words'

/** `unknown`: it could not be seen, or cannot be there yet. */
export type FindingState = 'ok' | 'wrong' | 'unknown'

/** What one check found, for whoever draws it. */
export type Finding = {
  readonly id: CheckId
  readonly state: FindingState
  readonly said: Readonly<Record<Locale, string>>
  /** What to do next; null: nothing. */
  readonly next: Readonly<Record<Locale, string>> | null
  /** What would do it at Adyen, to be run by a person; null: nothing would. */
  readonly request: string | null
}

const finding =
  (state: FindingState) =>
  (id: CheckId, { ko, en }: CheckWords, request: string | null = null): Finding => ({
    id,
    state,
    said: { ko: ko[0], en: en[0] },
    next: ko[1] !== undefined && en[1] !== undefined ? { ko: ko[1], en: en[1] } : null,
    request,
  })

export const good = finding('ok')
export const wrong = finding('wrong')
export const unseen = finding('unknown')

/** What live cannot do without, and test can. */
export const wrongWhenLive = (environment: string) => (environment === 'live' ? wrong : unseen)

/** What no machine can see: whoever has looked says so. */
export const forPeople = ['dkim', 'escrow', 'cash_receipt'] as const satisfies readonly CheckId[]
export type ForPeople = (typeof forPeople)[number]

/** The same when a person has seen that these are right. */
export const withSeen = (findings: readonly Finding[], seen: readonly ForPeople[]): Finding[] =>
  findings.map((each) => (seen.some((id) => id === each.id) ? good(each.id, seenByPerson) : each))
