import { laterBy, paymentId } from '@/lib/core/ids'
import type { Outcome } from '@/lib/core/outcome'
import { authorise, close, fail, type MethodAnswer } from './fake-adyen'
import { type RefundFate, settleRefund } from './fake-money'
import { factOfGoods, type GoodsAct } from './goods/goods-acts'
import { orderOf, placeOrderInMemory } from './memory-shop'
import { type MoneyAct, performMoney } from './money-acts'
import { finishPaymentInMemory, startPaymentInMemory } from './payment-flows'
import { receiveNotificationInMemory, takeJob } from './worker'
import { type CallOutcome, cover, orderIdAt, type Process, recordFact, type World } from './world'

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

export const deliveryOutcomes = ['arrives', 'lost', 'answer_lost', 'doubled'] as const
type DeliveryOutcome = (typeof deliveryOutcomes)[number]

export const forgeries = [
  'false_signature',
  'wrong_amount',
  'other_account',
  'other_environment',
  'unknown_reference',
] as const
type Forgery = (typeof forgeries)[number]

/**
 * Everything that can happen next. Numbers name things by their index, so that a history stays one when
 * parts of it are left out; an act that finds nothing to act on does nothing.
 */
export type Act =
  | { act: 'order'; method: MethodAnswer; putsAside: boolean }
  | { act: 'pay_again'; order: number; method: MethodAnswer }
  | { act: 'press_twice'; order: number; method: MethodAnswer }
  | { act: 'proceed'; process: number; network: CallOutcome }
  | { act: 'crash'; process: number }
  | { act: 'work'; job: number; overtaken: boolean }
  | { act: 'wallet'; offer: number; does: WalletAct }
  | { act: 'come_back'; result: number; offer: number }
  | { act: 'deliver'; message: number; delivery: DeliveryOutcome }
  | { act: 'forge'; offer: number; forgery: Forgery }
  | { act: 'settle_refund'; refund: number; fate: RefundFate }
  | { act: 'wait'; ms: number }
  | { act: 'cancel'; order: number; who: 'shopper' | 'merchant' }
  | MoneyAct
  | GoodsAct

/** Does one thing to the world. Nothing here is left to chance. */
export function perform(world: World, act: Act): unknown {
  switch (act.act) {
    case 'order':
      return order(world, act.method, act.putsAside)
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
      return recordFact(world, act.order, { kind: 'cancelled_by', who: act.who })
    case 'wish':
    case 'hand_back':
    case 'refund_there':
    case 'call_off':
    case 'dispute':
      return performMoney(world, act)
    default:
      return recordFact(world, act.order, factOfGoods(act))
  }
}

const startProcess = ({ running }: World, next: Process['next']) => {
  running.push({ next, job: null })
}

function order(world: World, method: MethodAnswer, putsAside: boolean): void {
  const { shop } = world
  if ([...shop.shelf.values()].some((count) => count === 0)) return
  const id = orderIdAt(shop.orders.size)
  placeOrderInMemory(shop, id, putsAside)
  startProcess(world, startPaymentInMemory(id, 1, method))
}

function pay(world: World, index: number, more: 0 | 1, method: MethodAnswer): void {
  const { shop } = world
  const id = orderIdAt(index)
  if (shop.orders.has(id))
    startProcess(world, startPaymentInMemory(id, orderOf(shop, id).attempts.length + more, method))
}

function proceed(world: World, index: number, network: CallOutcome): void {
  const process = world.running[index]
  if (!process) return
  const next = process.next(world, network)
  if (next) process.next = next
  else world.running = world.running.filter((other) => other !== process)
}

/** Kills a process between two steps. Its job, if it had one, is free again for another. */
function crash(world: World, index: number): void {
  const process = world.running[index]
  if (!process) return
  cover(world.coverage, process.job ? `crash/${process.job.task.job}` : 'crash/request')
  if (process.job) process.job.taken = false
  world.running = world.running.filter((other) => other !== process)
}

function work(world: World, index: number, overtaken: boolean): void {
  const job = world.shop.jobs[index]
  if (!job || job.due > world.now || job.taken !== overtaken) return
  if (overtaken) cover(world.coverage, 'fault/job_overtaken')
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

function wallet({ adyen, coverage }: World, index: number, does: WalletAct): void {
  const offer = adyen.offers[index]
  if (!offer) return
  if (does === 'approve') {
    if (adyen.payments.some(({ reference }) => reference === offer.reference))
      cover(coverage, 'fault/paid_twice_under_one_reference')
    else if (offer.settled) cover(coverage, 'fault/success_after_the_end')
    authorise(adyen, offer)
  }
  if (does === 'refuse' || does === 'cancel_and_fail' || does === 'break') fail(adyen, offer)
  if (does === 'close') close(adyen, offer)
  const outcome = endings[does]
  const { reference, amount } = offer
  if (outcome) adyen.results.push({ reference, amount, outcome, toldForKey: null })
}

/** A browser brings a redirectResult to the return link of an offer, as a rule of its own. */
function comeBack(world: World, result: number, index: number): void {
  const { shop, adyen, coverage } = world
  const reference = adyen.offers[index]?.reference
  const attempt = shop.attempts.find((row) => row.reference === reference)
  if (!attempt) return
  const brought = adyen.results[result]
  if (!brought) cover(coverage, 'fault/invented_result')
  else if (brought.reference !== reference) cover(coverage, 'fault/result_of_another_payment')
  startProcess(world, finishPaymentInMemory(attempt.id, result))
}

function deliver(world: World, index: number, delivery: DeliveryOutcome): void {
  const { adyen, coverage } = world
  const message = adyen.outbox[index]
  if (!message) return
  if (delivery !== 'arrives') cover(coverage, `fault/notification_${delivery}`)
  if (index > 0) cover(coverage, 'fault/notification_overtakes')
  if (delivery === 'lost') return
  receiveNotificationInMemory(world, message)
  if (delivery === 'doubled') receiveNotificationInMemory(world, message)
  // Adyen tries again until it has heard a 2xx.
  if (delivery !== 'answer_lost') adyen.outbox.splice(index, 1)
}

function forge(world: World, index: number, forgery: Forgery): void {
  const offer = world.adyen.offers[index]
  if (!offer) return
  cover(world.coverage, `fault/${forgery}`)
  const { reference, amount } = offer
  const psp = `FORGED ${forgery} ${index}`
  const event = 'AUTHORISATION'
  receiveNotificationInMemory(world, {
    id: psp,
    event,
    success: true,
    reference: forgery === 'unknown_reference' ? 'reference of nobody' : reference,
    psp,
    payment: paymentId(psp),
    meant: paymentId(psp),
    step: null,
    amount: forgery === 'wrong_amount' ? amount - 1 : amount,
    account: forgery === 'other_account' ? 'of another shop' : 'ours',
    environment: forgery === 'other_environment' ? 'another' : 'ours',
    signature: forgery === 'false_signature' ? 'false' : 'genuine',
  })
}

function settle({ adyen, coverage }: World, index: number, fate: RefundFate): void {
  const refund = adyen.refunds[index]
  if (refund && settleRefund(adyen, refund, fate)) cover(coverage, `refund fate/${fate}`)
}
