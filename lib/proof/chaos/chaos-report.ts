import type { AllBooks } from './books'
import type { Findings } from './reconcile'
import type { ChaosPlan, ChaosRun } from './run-chaos'

/** The run in a few lines: what was broken, what came of it, and what is wrong. */
export function chaosReport(
  plan: ChaosPlan,
  seconds: number,
  result: ChaosRun,
  findings: Findings,
): string[] {
  const { troubles, books } = result
  const broken = (kind: string) => troubles.filter((trouble) => trouble.kind === kind).length
  return [
    '',
    `seconds                     ${seconds}`,
    `instances killed            ${broken('kill')}`,
    `instances stopped           ${broken('upgrade')}`,
    `instances frozen            ${broken('freeze')}`,
    `instances fallen            ${result.unexpectedExits}`,
    `Postgres restarts           ${broken('database')}`,
    `faults of Adyen             ${broken('adyen')}`,
    `shoppers                    ${plan.shoppers} (${tally(result.endings)})`,
    `reloads                     ${result.reloads}`,
    ...figuresOf(books),
    '',
    `lost ${findings.lost.length}, doubled ${findings.doubled.length}, unsettled ${findings.unsettled.length}`,
  ]
}

function figuresOf({
  orders,
  attempts,
  payments,
  refundsAtAdyen,
  notifications,
  letters,
}: AllBooks): string[] {
  const authorised = payments.filter((payment) => payment.authorised)
  const paid = orders.filter(({ status }) => status === 'paid').length
  const charged = new Set(
    authorised.map(
      ({ reference }) => attempts.find((attempt) => attempt.reference === reference)?.order,
    ),
  )
  const done = refundsAtAdyen.filter(({ outcome }) => outcome === 'ok')
  const acknowledged = notifications.filter((one) => one.acknowledged).length
  return [
    `orders                      ${orders.length} (${tally(orders.map(({ status }) => status ?? 'unknown'))})`,
    `payments                    ${authorised.length}, for ${paid} paid orders`,
    `surplus                     ${authorised.length - charged.size}`,
    `refunds                     ${done.length}, and ${refundsAtAdyen.length - done.length} that failed first`,
    `acknowledged notifications  ${acknowledged}`,
    `mails                       ${letters.length} (${tally(letters.map(({ letter }) => letter))})`,
  ]
}

function tally(words: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return [...counts].map(([word, count]) => `${count} ${word}`).join(', ')
}
