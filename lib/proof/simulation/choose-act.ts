import { DAY } from '@/lib/core/calendar'
import { HOUR, MINUTE, SECOND } from '@/lib/core/ids'
import { type Act, deliveryOutcomes, forgeries, walletActs } from './acts'
import { chooseMoneyAct } from './choose-money-act'
import type { MethodAnswer } from './fake-adyen'
import { chooseGoodsAct } from './goods/choose-goods-act'
import type { Random } from './random'
import { type CallOutcome, callOutcomes, orderIdAt, type World } from './world'

/** How often something fails, a process crashes, a person interferes or money takes another road: once in so many times. */
export type FaultRates = {
  readonly faults: number
  readonly crashes: number
  readonly people: number
  readonly roads: number
}

export const drawFaultRates = (random: Random): FaultRates => ({
  faults: random.oneOf([1000, 10, 4]),
  crashes: random.oneOf([1000, 12, 5]),
  people: random.oneOf([1000, 4, 2]),
  roads: random.oneOf([1000, 2, 1]),
})

type Candidate = (world: World, random: Random, rates: FaultRates) => Act | null

/** The next thing to happen, among those that can. */
export function chooseAct(world: World, random: Random, rates: FaultRates): Act {
  for (let tries = 0; tries < 6; tries++) {
    const act = random.oneOf(candidates)(world, random, rates)
    if (act) return act
  }
  return { act: 'wait', ms: random.oneOf(pauses) }
}

const MOST_ORDERS = 3
const MOST_ATTEMPTS = 4

const order: Candidate = ({ shop }, random) =>
  shop.orders.size < MOST_ORDERS
    ? { act: 'order', method: methodBy(random), putsAside: !random.once(5) }
    : null

const methodBy = (random: Random): MethodAnswer =>
  random.once(6)
    ? random.oneOf<MethodAnswer>(['approved', 'waiting', 'left', 'refused', 'broken'])
    : 'redirect'

const payAgain: Candidate = ({ shop }, random) => {
  const index = random.below(shop.orders.size)
  const made = shop.attempts.filter((row) => row.order === orderIdAt(index)).length
  const act = random.once(4) ? 'press_twice' : 'pay_again'
  return made > 0 && made < MOST_ATTEMPTS ? { act, order: index, method: methodBy(random) } : null
}

const proceed: Candidate = ({ running }, random, rates) => {
  if (running.length === 0) return null
  const process = random.below(running.length)
  // What is seldom owed dies more often, so that this is reached at all.
  const isRare = running[process]?.job?.task.job === 'refund_again'
  if (random.once(isRare ? 2 : rates.crashes)) return { act: 'crash', process }
  const network: CallOutcome = random.once(rates.faults) ? random.oneOf(callOutcomes) : 'answers'
  return { act: 'proceed', process, network }
}

/** At the end of a long way, so that they are done before others. */
const endsLate = ['refund_again', 'ask_refund']

const work: Candidate = ({ shop, now }, random) => {
  const overtaken = random.once(12)
  const due = shop.jobs.flatMap((job, index) =>
    job.due <= now && job.taken === overtaken ? [index] : [],
  )
  const [first, ...more] = due
  if (first === undefined) return null
  const rare = due.find((index) => endsLate.some((job) => shop.jobs[index]?.task.job === job))
  const job = rare !== undefined && !random.once(3) ? rare : random.oneOf([first, ...more])
  return { act: 'work', job, overtaken }
}

const wallet: Candidate = ({ shop, adyen }, random) => {
  const row = shop.attempts[random.below(shop.attempts.length)]
  if (row?.answer?.kind !== 'redirect') return null
  const { offer } = row.answer
  // What has ended is seldom touched again, but it is.
  if (adyen.offers[offer]?.settled && !random.once(4)) return null
  return { act: 'wallet', offer, does: random.once(3) ? 'approve' : random.oneOf(walletActs) }
}

// No redirectResult of Adyen's.
const INVENTED = 99

const comeBack: Candidate = ({ adyen }, random) => {
  if (adyen.offers.length === 0) return null
  const offer = random.below(adyen.offers.length)
  const result = random.below(adyen.results.length)
  if (random.once(25))
    return { act: 'come_back', result: random.once(2) ? INVENTED : result, offer }
  const own = adyen.offers.findIndex(
    ({ reference }) => reference === adyen.results[result]?.reference,
  )
  return own < 0 ? null : { act: 'come_back', result, offer: own }
}

const deliver: Candidate = ({ adyen }, random, rates) => {
  if (adyen.outbox.length === 0) return null
  const message = random.below(adyen.outbox.length)
  const delivery = random.once(rates.faults) ? random.oneOf(deliveryOutcomes) : 'arrives'
  return { act: 'deliver', message, delivery }
}

const forge: Candidate = ({ adyen }, random, rates) =>
  adyen.offers.length > 0 && random.once(rates.faults)
    ? { act: 'forge', offer: random.below(adyen.offers.length), forgery: random.oneOf(forgeries) }
    : null

const settleRefund: Candidate = ({ adyen }, random) => {
  const refund = random.below(adyen.refunds.length)
  const state = adyen.refunds[refund]?.state
  if (state === 'pending')
    return { act: 'settle_refund', refund, fate: random.once(2) ? 'refused' : 'done' }
  if (state !== 'done' || !random.once(3)) return null
  const fate = random.oneOf(['failed_later', 'bounced', 'bounced_elsewhere'] as const)
  return { act: 'settle_refund', refund, fate }
}

const pauses = [
  1 * SECOND,
  31 * SECOND,
  61 * SECOND,
  5 * MINUTE,
  11 * MINUTE,
  16 * MINUTE,
  71 * MINUTE,
  6 * HOUR,
  26 * HOUR,
  80 * HOUR,
  // Until it is too late to change one's mind, and to say that something is wrong.
  40 * DAY,
  170 * DAY,
] as const

/** Often until something is due that is seldom owed, so that it is reached at all. */
const wait: Candidate = ({ shop, now }, random) => {
  const due = shop.jobs.find(({ task }) => task.job === 'refund_again')?.due
  if (due !== undefined && due > now && !random.once(3)) return { act: 'wait', ms: due - now }
  return { act: 'wait', ms: random.once(3) ? random.oneOf(pauses) : SECOND }
}

const people: Candidate = ({ shop }, random, rates) => {
  if (shop.orders.size === 0 || !random.once(rates.people)) return null
  const index = random.below(shop.orders.size)
  if (random.once(3))
    return { act: 'cancel', order: index, who: random.oneOf(['shopper', 'merchant'] as const) }
  const order = shop.orders.get(orderIdAt(index))
  return order ? chooseGoodsAct(index, order, random) : null
}

/** Of what was paid, mostly the newest: it has most before it. */
const goods: Candidate = ({ shop }, random) => {
  const paid = [...shop.orders.values()].flatMap((order, index) =>
    order.paidBy === null || order.cancelledBy !== null ? [] : [{ order, index }],
  )
  const one = random.once(4) ? paid[random.below(paid.length)] : paid.at(-1)
  return one ? chooseGoodsAct(one.index, one.order, random) : null
}

const roads: Candidate = (world, random, rates) =>
  world.adyen.payments.length > 0 && random.once(rates.roads) ? chooseMoneyAct(world, random) : null

/** What is listed more often is chosen more often. */
const candidates: readonly [Candidate, ...Candidate[]] = [
  order,
  payAgain,
  proceed,
  proceed,
  proceed,
  proceed,
  proceed,
  work,
  work,
  work,
  wallet,
  wallet,
  comeBack,
  deliver,
  deliver,
  forge,
  settleRefund,
  settleRefund,
  wait,
  people,
  people,
  roads,
  roads,
  roads,
  roads,
  goods,
  goods,
  goods,
]
