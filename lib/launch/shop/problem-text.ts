import type { AdyenTrouble } from '@/lib/adyen/errors'

const words = {
  retry: 'Adyen did not answer',
  unknown: 'Adyen is at it already',
  final: 'Adyen refused it',
  misconfigured: 'Adyen refused this shop: a setting is wrong',
} as const satisfies Record<AdyenTrouble, string>

const KEPT = /^(given up, last: )?(retry|unknown|final|misconfigured)((?: \S+){0,2})$/

/** What went wrong with a refund, as it is kept (`final 422 137`) or in Adyen's own words, for a person. */
export const problemText = (problem: string): string =>
  problem.replace(
    KEPT,
    (_, end: string | undefined, trouble: AdyenTrouble, numbers: string) =>
      `${end ? 'given up, last: ' : ''}${words[trouble]}${numbers === '' ? '' : ` (${numbers.trim()})`}`,
  )
