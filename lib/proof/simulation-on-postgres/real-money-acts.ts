import { HOUR, noteId, type OrderId, wishId } from '@/lib/core/ids'
import { krw } from '@/lib/core/money'
import { applyAtAWord } from '@/lib/flows/notification/apply-notification'
import { recordParcel } from '@/lib/flows/order/record-parcel'
import { noteHandback, refundOrder } from '@/lib/flows/order/refund-order'
import { cover } from '@/lib/proof/simulation/world'
import { type RealHistory, runWithCrashes } from './real-history'

/* What people of the shop, at Adyen and at banks do with money that came. */

type Paid = {
  readonly order: OrderId
  readonly number: string
  readonly payment: string
  readonly amount: number
}

/** Some payment that was told to the shop. */
async function somePayment({ shop, random, orders }: RealHistory): Promise<Paid | null> {
  const { rows } = await shop.deps.pool.query<Paid>(
    `select o.id as order, o.number, p.payment, o.amount::int from orders o
     join attempts a on a.order_id = o.id join payments p on p.attempt_id = a.id where o.id = any($1) order by p.payment`,
    [orders],
  )
  return rows[random.below(rows.length)] ?? null
}

const merchant = { kind: 'merchant' } as const

/** A part, a third, all, or what cannot be. */
const someWon = ({ random }: RealHistory, { amount }: Paid) =>
  random.oneOf([1, 1_000, Math.ceil(amount / 3), Math.ceil(amount / 2), amount, amount + 1])

/** One person, two with one page, or two who know nothing of each other. */
export async function wishForRefund(real: RealHistory): Promise<void> {
  const paid = await somePayment(real)
  if (!paid) return
  const { random } = real
  const ids = random.oneOf([[1], [2], [1, 1], [1, 2], [3, 4]])
  const wishes = ids.map((id) => ({
    wish: wishId(`${paid.order} ${id}`),
    amount: krw(someWon(real, paid)),
    reason: 'A scratch',
  }))
  await runWithCrashes(real, ids.length > 1 ? 'two wishes' : 'wish', (deps) =>
    Promise.all(wishes.map((each) => refundOrder(deps, merchant, paid.order, each))),
  )
}

export async function handBack(real: RealHistory): Promise<void> {
  const paid = await somePayment(real)
  if (!paid) return
  const note = noteId(`${paid.order} ${real.random.below(2)}`)
  const amount = krw(someWon(real, paid))
  await runWithCrashes(real, 'hand back', (deps) =>
    noteHandback(deps, merchant, paid.order, { note, amount, reason: 'By bank' }),
  )
}

export async function sendDespite(real: RealHistory): Promise<void> {
  const paid = await somePayment(real)
  if (!paid) return
  await runWithCrashes(real, 'send despite', (deps) =>
    recordParcel(deps, { kind: 'merchant' }, paid.number, {
      kind: 'sent',
      tracking: 'CJ 1',
      despite: 'She called',
    }),
  )
}

type Waiting = { readonly id: string; readonly reference: string }

/** Money that fits nothing is taken at the word of a person, who may be wrong about how much it is. */
export async function applyParked(real: RealHistory): Promise<void> {
  const { shop, random, orders } = real
  const { rows } = await shop.deps.pool.query<Waiting>(
    `select i.id, a.reference from webhook_inbox i join attempts a on i.applied_at is null and a.order_id = any($1)
       and (i.reference = a.reference or exists (
         select from payments p where p.attempt_id = a.id and position(p.payment in i.item) > 0))
     where i.parked_why in ('unknown_refund', 'unknown_payment', 'wrong_amount') order by i.id`,
    [orders],
  )
  const waiting = rows[random.below(rows.length)]
  if (!waiting) return
  real.atAWord.add(waiting.reference)
  const amount = random.oneOf([null, null, krw(1_000), krw(1 + random.below(30_000))])
  await runWithCrashes(real, 'at a word', (deps) => applyAtAWord(deps, Number(waiting.id), amount))
}

/** What the simulator does not allow did not happen. */
async function there(real: RealHistory, path: string, what: string, body: object): Promise<void> {
  const done = await real.shop.control(path, body).catch(() => null)
  if (done !== null) cover(real.coverage, `there/${what}`)
}

const later = ({ random }: RealHistory) => random.oneOf([0, 0, 2 * HOUR, 30 * HOUR])

export async function refundThere(real: RealHistory): Promise<void> {
  const paid = await somePayment(real)
  if (!paid) return
  const { random } = real
  const outcome = random.oneOf([
    'by_rules',
    'by_rules',
    'refused',
    'failed_later',
    'reversed',
  ] as const)
  const calledBy = random.oneOf(['payment', 'modification', 'nothing'] as const)
  const { payment } = paid
  const value = someWon(real, paid)
  const asked = { payment, value, outcome, calledBy, delayMs: later(real) }
  await there(real, 'customer-area', `refund ${outcome}`, asked)
}

export async function callOffThere(real: RealHistory): Promise<void> {
  const paid = await somePayment(real)
  if (!paid) return
  const { random } = real
  const eventCode = random.oneOf([
    'CANCELLATION',
    'TECHNICAL_CANCEL',
    'CANCEL_OR_REFUND',
    'CAPTURE_FAILED',
  ] as const)
  const amount = random.oneOf(['sent', 'left_out'] as const)
  const part =
    eventCode === 'CAPTURE_FAILED' || random.once(2) ? {} : { value: someWon(real, paid) }
  // What names no amount is about the whole, and so is said by nobody who means a part.
  const told = 'value' in part ? {} : { amount, value: paid.amount }
  const asked = {
    payment: paid.payment,
    eventCode,
    outcome: 'ok',
    ...part,
    ...told,
    action: 'cancel',
  }
  await there(real, 'customer-area', eventCode, { ...asked, delayMs: later(real) })
}

export async function refundFails(real: RealHistory): Promise<void> {
  const paid = await somePayment(real)
  if (!paid) return
  const { random } = real
  const eventCode = random.oneOf(['REFUND_FAILED', 'REFUNDED_REVERSED'] as const)
  const pspReference =
    eventCode === 'REFUNDED_REVERSED' && random.once(3) ? 'own' : ('of_refund' as const)
  const asked = { payment: paid.payment, eventCode, pspReference, delayMs: later(real) }
  await there(real, 'refund-news', `${eventCode} ${pspReference}`, asked)
}

const courses: readonly [readonly string[], ...(readonly string[])[]] = [
  ['NOTIFICATION_OF_FRAUD'],
  ['REQUEST_FOR_INFORMATION'],
  ['NOTIFICATION_OF_CHARGEBACK', 'CHARGEBACK'],
  ['CHARGEBACK', 'DISPUTE_DEFENSE_PERIOD_ENDED'],
  ['CHARGEBACK', 'CHARGEBACK_REVERSED', 'ISSUER_RESPONSE_TIMEFRAME_EXPIRED'],
  ['NOTIFICATION_OF_CHARGEBACK', 'CHARGEBACK', 'CHARGEBACK_REVERSED', 'SECOND_CHARGEBACK'],
  ['CHARGEBACK', 'CHARGEBACK_REVERSED', 'PREARBITRATION_OPEN', 'PREARBITRATION_WON'],
  [
    'CHARGEBACK',
    'CHARGEBACK_REVERSED',
    'PREARBITRATION_OPEN',
    'PREARBITRATION_LOST',
    'SECOND_CHARGEBACK',
  ],
]

/** A dispute with all its steps, over hours. It may take what went back already. */
export async function disputeThere(real: RealHistory): Promise<void> {
  const paid = await somePayment(real)
  if (!paid) return
  const { random } = real
  const course = random.oneOf(courses)
  const value = random.oneOf([1_000, Math.ceil(paid.amount / 2), paid.amount])
  const steps = course.map((eventCode, index) => ({ eventCode, value, delayMs: index * 5 * HOUR }))
  await there(real, 'disputes', course.join(', '), { payment: paid.payment, dispute: 'new', steps })
}
