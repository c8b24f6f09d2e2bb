import type { getTranslations } from 'next-intl/server'
import type { Locale } from '@/lib/core/locale'
import { type ListChoice, listChoices } from '@/lib/views/desk/order-filters'
import { methodNamed } from '@/lib/views/desk/orders'

type OrderWords = Awaited<ReturnType<typeof getTranslations<'desk.orders'>>>

/** What a choice of a filter is called, by its name in the address. */
export function choiceLabels(
  t: OrderWords,
  locale: Locale,
): (name: ListChoice, value: string) => string {
  const named = <Value extends string>(values: readonly Value[], label: (value: Value) => string) =>
    new Map<string, string>(values.map((value) => [value, label(value)]))
  const labels = {
    status: named(listChoices.status, (value) => t(`status.${value}`)),
    sent: named(listChoices.sent, (value) => t(`sent.${value}`)),
    claimed: named(listChoices.claimed, (value) => t(`claimed.${value}`)),
    money: named(listChoices.money, (value) => t(`money.${value}`)),
    kind: named(listChoices.kind, (value) => t(`kind.${value}`)),
    method: named(listChoices.method, (value) => methodNamed(value, locale) ?? value),
    device: named(listChoices.device, (value) => value),
  } as const satisfies Record<ListChoice, ReadonlyMap<string, string>>
  return (name, value) => labels[name].get(value) ?? value
}
