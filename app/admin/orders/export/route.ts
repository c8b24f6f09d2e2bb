import { notYourRolePage, toDesk } from '@/app/api/desk/desk-answers'
import { dayOf, formatDay } from '@/lib/core/calendar'
import { hindranceTo } from '@/lib/core/desk/session'
import { asLines } from '@/lib/core/typed/text'
import { deps } from '@/lib/deps'
import { noteByPerson } from '@/lib/flows/desk/note-by-person'
import { columnsOfAll, columnsOfPeople, exportedOrders } from '@/lib/views/desk/order-export'
import { ordersAddress, readAsked, seenBy } from '@/lib/views/desk/order-filters'
import { sheetOf } from '@/lib/views/desk/sheet'
import { deskLocaleOf, deskPersonOf } from '@/lib/visitor/desk'
import { inWords, wordsOfSheet } from './in-words'

const LONGEST_REASON = 200

/** The orders that the same address of the list shows, as a file. */
export async function GET(request: Request): Promise<Response> {
  const person = await deskPersonOf(request)
  const url = new URL(request.url)
  if (person === null) return toDesk('/admin/sign-in', { next: '/admin/orders' })
  const locale = person.locale ?? deskLocaleOf(request)
  const hindrance = hindranceTo('export_orders', person)
  if (hindrance !== null) {
    await noteByPerson(deps(), person, { act: 'refused', about: url.pathname })
    return notYourRolePage(locale)
  }
  const params = Object.fromEntries(url.searchParams)
  const { asked, query } = readAsked(params, seenBy(person.role))
  const withPeople = params.people === 'yes'
  const why = asLines(params.reason ?? '').slice(0, LONGEST_REASON)
  if (withPeople && why === '') return toDesk(ordersAddress(asked, { problem: 'why' }))

  await noteByPerson(deps(), person, {
    act: 'export_orders',
    about: withPeople ? 'orders, with people' : 'orders',
    why,
  })
  const words = wordsOfSheet[locale]
  const columns = [...columnsOfAll, ...(withPeople ? columnsOfPeople : [])]
  const headed = columns.map((key) => ({ key, header: words.sheet[key] }))
  const failed = (error: unknown) =>
    deps().log('An export of orders ended early', { why: String(error) })
  const rows = inWords(exportedOrders(deps().db, query, locale), words)
  return new Response(sheetOf(rows, headed, failed), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="orders-${formatDay(dayOf(await deps().clock.now()))}.csv"`,
      'Cache-Control': 'private, no-store',
    },
  })
}
