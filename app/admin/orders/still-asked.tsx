import type { OrdersAsked } from '@/lib/views/desk/order-filters'

type Props = { readonly asked: OrdersAsked; readonly without?: readonly (keyof OrdersAsked)[] }

/** What a form carries on of the address that it stands on. */
export function StillAsked({ asked, without = [] }: Props) {
  const dropped: readonly string[] = without
  return Object.entries(asked)
    .filter(([name]) => !dropped.includes(name))
    .map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)
}
