import type { Locale } from '@/lib/core/locale'
import type { Finding, FindingState } from '@/lib/flows/going-live/finding'
import { checkNames } from '@/lib/i18n/going-live/check-names'
import { doctorWords } from '@/lib/i18n/going-live/doctor-words'

const signs: Readonly<Record<FindingState, string>> = { ok: '✔', wrong: '✘', unknown: '?' }

/** One line for what was seen, and one for what to do next where there is something. */
export function saidOf({ id, state, said, next, request }: Finding, locale: Locale): string[] {
  return [
    `${signs[state]} ${checkNames[id][locale]}: ${said[locale]}`,
    ...(next === null ? [] : [`    → ${next[locale]}`]),
    ...(request === null ? [] : [`      ${doctorWords[locale].request}`, indented(request)]),
  ]
}

const indented = (text: string) => text.replace(/^/gm, '        ')

/** For programs: ids and states stay what they are; the sentences are in one language. */
export const asJson = (findings: readonly Finding[], locale: Locale): string =>
  JSON.stringify(
    {
      ...counted(findings),
      checks: findings.map(({ id, state, said, next, request }) => ({
        id,
        state,
        said: said[locale],
        next: next?.[locale] ?? null,
        request,
      })),
    },
    null,
    2,
  )

export const summaryOf = (findings: readonly Finding[], locale: Locale): string => {
  const { ok, wrong, unknown } = counted(findings)
  return doctorWords[locale].summary(ok, wrong, unknown)
}

const counted = (findings: readonly Finding[]): Record<FindingState, number> => {
  const of = (state: FindingState) => findings.filter((each) => each.state === state).length
  return { ok: of('ok'), wrong: of('wrong'), unknown: of('unknown') }
}

/** 0: all is right. 1: something is wrong. 2: nothing is wrong, and something was not seen. */
export function exitCodeFor(findings: readonly Finding[]): 0 | 1 | 2 {
  const { wrong, unknown } = counted(findings)
  if (wrong > 0) return 1
  return unknown > 0 ? 2 : 0
}
