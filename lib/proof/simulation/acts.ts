import { laterBy, type OrderId, paymentId } from '@/lib/core/ids'
import type { Outcome } from '@/lib/core/outcome'
import { finishPaymentInMemory, startPaymentInMemory } from './paying'
import {
  authorise,
  close,
  fail,
  type Method,
  type RefundFate,
  settleRefund,
} from './provider-books'
import { orderOf, placeOrderInMemory, recordInMemory } from './shop'
import { receiveNotificationInMemory, takeJob } from './working'
import { type Network, type Process, reach, type World } from './world'

export const walletActs = [
  'approve',
  'refuse',
  'cancel',
  'cancel_and_fail',
  'break',
  'leave_pending',
  'close',
] as const
type WalletAct = (typeof walletActs)[number]

export const deliveries = ['arrives', 'lost', 'answer_lost', 'doubled'] as const
type DeliveryManner = (typeof deliveries)[number]

export const forgeries = [
  'false_signature',
  'wrong_amount',
  'other_account',
  'other_environment',
  'unknown_reference',
] as const
type Forgery = (typeof forgeries)[number]

/**
 * Everything that can happen next. Numbers name things by their place, so that a history stays one when
 * parts of it are left out; an act that finds nothing to act on does nothing.
 */
export type Act =
  | { act: 'order'; method: Method }
  | { act: 'pay_again'; order: number; method: Method }
  | { act: 'press_twice'; order: number; method: Method }
  | { act: 'proceed'; process: number; network: Network }
  | { act: 'crash'; process: number }
  | { act: 'work'; job: number; overtaken: boolean }
  | { act: 'wallet'; offer: number; does: WalletAct }
  | { act: 'come_back'; result: number; offer: number }
  | { act: 'deliver'; message: number; delivery: DeliveryManner }
  | { act: 'forge'; offer: number; forgery: Forgery }
  | { act: 'settle_refund'; refund: number; fate: RefundFate }
  | { act: 'wait'; ms: number }
  | { act: 'cancel'; order: number; who: 'shopper' | 'merchant' }
  | { act: 'parcel'; order: number; news: 'sent' | 'delivered' | 'return_asked' }

/** Does one thing to the world. Nothing here is left to luck. */
export function perform(world: World, act: Act): unknown {
  switch (act.act) {
    case 'order':
      return order(world, act.method)
    case 'pay_again':
      return pay(world, act.order, 1, act.method)
    case 'press_twice':
      return pay(world, act.order, 0, act.method)
    case 'proceed':
      return proceed(world, act.process, act.network)
    case 'crash':
      return crash(world, act.process)
    case 'work':
      return work(world, act.job, act.overtaken)
    case 'wallet':
      return wallet(world, act.offer, act.does)
    case 'come_back':
      return comeBack(world, act.result, act.offer)
    case 'deliver':
      return deliver(world, act.message, act.delivery)
    case 'forge':
      return forge(world, act.offer, act.forgery)
    case 'settle_refund':
      return settle(world, act.refund, act.fate)
    case 'wait':
      world.now = laterBy(world.now, act.ms)
      return
    case 'cancel':
      return tell(world, act.order, { kind: 'cancelled_by', who: act.who })
    case 'parcel':
      return tell(world, act.order, { kind: act.news })
  }
}

const begin = ({ running }: World, next: Process['next']) => {
  running.push({ next, job: null })
}

export const orderId = (place: number) => `order ${place}` as OrderId

function order(world: World, method: Method): void {
  const { shop } = world
  if (shop.shelf === 0) return
  const id = orderId(shop.orders.size)
  placeOrderInMemory(shop, id)
  begin(world, startPaymentInMemory(id, 1, method))
}

function pay(world: World, place: number, more: 0 | 1, method: Method): void {
  const { shop } = world
  const id = orderId(place)
  if (shop.orders.has(id))
    begin(world, startPaymentInMemory(id, orderOf(shop, id).attempts.length + more, method))
}

function proceed(world: World, place: number, network: Network): void {
  const process = world.running[place]
  if (!process) return
  const next = process.next(world, network)
  if (next) process.next = next
  else world.running = world.running.filter((other) => other !== process)
}

/** Kills a process between two beats. Its job, if it had one, is free again for another. */
function crash(world: World, place: number): void {
  const process = world.running[place]
  if (!process) return
  reach(world.seen, process.job ? `crash/${process.job.task.job}` : 'crash/request')
  if (process.job) process.job.taken = false
  world.running = world.running.filter((other) => other !== process)
}

function work(world: World, place: number, overtaken: boolean): void {
  const job = world.shop.jobs[place]
  if (!job || job.due > world.now || job.taken !== overtaken) return
  if (overtaken) reach(world.seen, 'fault/job_overtaken')
  takeJob(world, job)
}

const endings: Record<WalletAct, Outcome | null> = {
  approve: 'approved',
  refuse: 'refused',
  cancel: 'left',
  cancel_and_fail: 'left',
  break: 'broken',
  leave_pending: 'waiting',
  close: null,
}

function wallet({ ledger, seen }: World, place: number, does: WalletAct): void {
  const offer = ledger.offers[place]
  if (!offer) return
  if (does === 'approve') {
    if (ledger.payments.some(({ reference }) => reference === offer.reference))
      reach(seen, 'fault/paid_twice_under_one_reference')
    else if (offer.settled) reach(seen, 'fault/success_after_the_end')
    authorise(ledger, offer)
  }
  if (does === 'refuse' || does === 'cancel_and_fail' || does === 'break') fail(ledger, offer)
  if (does === 'close') close(ledger, offer)
  const outcome = endings[does]
  const { reference, amount } = offer
  if (outcome) ledger.results.push({ reference, amount, outcome, toldFor: null })
}

/** A browser brings a redirectResult to the return link of an offer, as a rule of its own. */
function comeBack(world: World, result: number, place: number): void {
  const { shop, ledger, seen } = world
  const reference = ledger.offers[place]?.reference
  const attempt = shop.attempts.find((row) => row.reference === reference)
  if (!attempt) return
  const brought = ledger.results[result]
  if (!brought) reach(seen, 'fault/invented_result')
  else if (brought.reference !== reference) reach(seen, 'fault/result_of_another_payment')
  begin(world, finishPaymentInMemory(attempt.id, result))
}

function deliver(world: World, place: number, delivery: DeliveryManner): void {
  const { ledger, seen } = world
  const message = ledger.outbox[place]
  if (!message) return
  if (delivery !== 'arrives') reach(seen, `fault/notification_${delivery}`)
  if (place > 0) reach(seen, 'fault/notification_overtakes')
  if (delivery === 'lost') return
  receiveNotificationInMemory(world, message)
  if (delivery === 'doubled') receiveNotificationInMemory(world, message)
  // Adyen tries again until it has heard a 2xx.
  if (delivery !== 'answer_lost') ledger.outbox.splice(place, 1)
}

function forge(world: World, place: number, forgery: Forgery): void {
  const offer = world.ledger.offers[place]
  if (!offer) return
  reach(world.seen, `fault/${forgery}`)
  const { reference, amount } = offer
  const psp = `FORGED ${forgery} ${place}`
  const event = 'AUTHORISATION'
  receiveNotificationInMemory(world, {
    id: psp,
    event,
    success: true,
    reference: forgery === 'unknown_reference' ? 'reference of nobody' : reference,
    psp,
    payment: paymentId(psp),
    amount: forgery === 'wrong_amount' ? amount - 1 : amount,
    account: forgery === 'other_account' ? 'of another shop' : 'ours',
    environment: forgery === 'other_environment' ? 'another' : 'ours',
    signature: forgery === 'false_signature' ? 'false' : 'genuine',
  })
}

function settle({ ledger, seen }: World, place: number, fate: RefundFate): void {
  const refund = ledger.refunds[place]
  if (refund && settleRefund(ledger, refund, fate)) reach(seen, `refund fate/${fate}`)
}

function tell(
  { shop, now, seen }: World,
  place: number,
  fact:
    | { kind: 'cancelled_by'; who: 'shopper' | 'merchant' }
    | { kind: 'sent' | 'delivered' | 'return_asked' },
): void {
  const id = orderId(place)
  if (shop.orders.has(id) && recordInMemory(shop, id, fact, now).length > 0)
    reach(seen, `person/${fact.kind}`)
}
