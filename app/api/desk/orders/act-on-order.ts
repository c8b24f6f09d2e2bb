import { workAfterwards } from '@/app/api/responses'
import type { DeskAsker } from '@/lib/core/asker'
import { type OrderAct, parseOrderAct } from '@/lib/core/desk/order-acts'
import { planAct } from '@/lib/core/desk/plan-act'
import type { Locale } from '@/lib/core/locale'
import { parseCount } from '@/lib/core/typed/count'
import { parseOrderNumber } from '@/lib/core/typed/order-number'
import { deps } from '@/lib/deps'
import { doPlan } from '@/lib/flows/desk/do-plan'
import { keepTyped } from '@/lib/flows/desk/drafts'
import { findOrderNumbered } from '@/lib/flows/order/find-order'
import type { SentByPerson } from '../by-person'
import { notYourRolePage, toDesk } from '../desk-answers'

type OrderForm = {
  readonly number: string
  readonly act: OrderAct
  readonly fields: Readonly<Record<string, string>>
  readonly session: string
  /** Of the door that it was sent to. */
  readonly path: string
  readonly locale: Locale
}

/** What the page of one act sends: which order, which act, and what was typed. */
export function orderFormIn({ params, fields, person, request, locale }: SentByPerson) {
  const number = parseOrderNumber(params.number ?? '')
  const act = parseOrderAct(fields.act ?? '')
  if (number === null || act === null) return toDesk('/admin')
  const { pathname: path } = new URL(request.url)
  return { number, act, fields, session: person.session, path, locale }
}

/** Does what was typed, and goes back to the order; else to the page of the act, where all that was typed still stands. */
export async function actOnOrder(
  form: OrderForm & { readonly asker: DeskAsker },
): Promise<Response> {
  const { number, act, fields, session, path, locale } = form
  const back = async (problem: string) => {
    const draft = await keepTyped(deps(), { session, path, fields })
    return toDesk(`/admin/orders/${number}/${act}`, { draft, problem })
  }
  const order = await findOrderNumbered(deps(), number)
  // The page says that there is none.
  if (order === null) return toDesk(`/admin/orders/${number}`)
  const read = planAct(act, fields, order)
  if ('mistakes' in read) return back('mistakes')
  const seen = parseCount(fields.seen ?? '')
  const asker = { ...form.asker, seen: seen ?? 0 }
  const told = await doPlan(deps(), asker, order, read.plan)
  if (told === 'may_not') return notYourRolePage(locale)
  workAfterwards()
  return told === 'done' || told === 'known'
    ? toDesk(`/admin/orders/${number}`, { done: told === 'known' ? 'known' : act })
    : back(told)
}
