import { HOUR, MINUTE, SECOND } from '@/lib/core/ids'
import { type Act, deliveries, forgeries, orderId, walletActs } from './acts'
import type { Chance } from './chance'
import type { Method } from './provider-books'
import { type Network, networks, type World } from './world'

/** How a history is disposed: a calm day, or one on which everything breaks. Once in so many. */
export type Mood = { readonly trouble: number; readonly crashes: number; readonly people: number }

export const moodOf = (luck: Chance): Mood => ({
  trouble: luck.oneOf([1000, 10, 4]),
  crashes: luck.oneOf([1000, 12, 5]),
  people: luck.oneOf([1000, 4, 2]),
})

type Wish = (world: World, luck: Chance, mood: Mood) => Act | null

/** The next thing to happen, among those that can. */
export function choose(world: World, luck: Chance, mood: Mood): Act {
  for (let tries = 0; tries < 6; tries++) {
    const act = luck.oneOf(wishes)(world, luck, mood)
    if (act) return act
  }
  return { act: 'wait', ms: luck.oneOf(pauses) }
}

const MOST_ORDERS = 3
const MOST_ATTEMPTS = 4

const order: Wish = ({ shop }, luck) =>
  shop.orders.size < MOST_ORDERS ? { act: 'order', method: methodBy(luck) } : null

const methodBy = (luck: Chance): Method =>
  luck.once(6)
    ? luck.oneOf<Method>(['approved', 'waiting', 'left', 'refused', 'broken'])
    : 'redirect'

const payAgain: Wish = ({ shop }, luck) => {
  const place = luck.below(shop.orders.size)
  const made = shop.attempts.filter((row) => row.order === orderId(place)).length
  const act = luck.once(4) ? 'press_twice' : 'pay_again'
  return made > 0 && made < MOST_ATTEMPTS ? { act, order: place, method: methodBy(luck) } : null
}

const proceed: Wish = ({ running }, luck, mood) => {
  if (running.length === 0) return null
  const process = luck.below(running.length)
  if (luck.once(mood.crashes)) return { act: 'crash', process }
  const network: Network = luck.once(mood.trouble) ? luck.oneOf(networks) : 'answers'
  return { act: 'proceed', process, network }
}

const work: Wish = ({ shop, now }, luck) => {
  const overtaken = luck.once(12)
  const due = shop.jobs.flatMap((job, place) =>
    job.due <= now && job.taken === overtaken ? [place] : [],
  )
  const [first, ...more] = due
  if (first === undefined) return null
  return { act: 'work', job: luck.oneOf([first, ...more]), overtaken }
}

const wallet: Wish = ({ shop, ledger }, luck) => {
  const row = shop.attempts[luck.below(shop.attempts.length)]
  if (row?.answer?.kind !== 'redirect') return null
  const { offer } = row.answer
  // What has ended is seldom touched again, but it is.
  if (ledger.offers[offer]?.settled && !luck.once(4)) return null
  return { act: 'wallet', offer, does: luck.once(3) ? 'approve' : luck.oneOf(walletActs) }
}

// No redirectResult of Adyen's.
const INVENTED = 99

const comeBack: Wish = ({ ledger }, luck) => {
  if (ledger.offers.length === 0) return null
  const offer = luck.below(ledger.offers.length)
  const result = luck.below(ledger.results.length)
  if (luck.once(25)) return { act: 'come_back', result: luck.once(2) ? INVENTED : result, offer }
  const own = ledger.offers.findIndex(
    ({ reference }) => reference === ledger.results[result]?.reference,
  )
  return own < 0 ? null : { act: 'come_back', result, offer: own }
}

const deliver: Wish = ({ ledger }, luck, mood) => {
  if (ledger.outbox.length === 0) return null
  const message = luck.below(ledger.outbox.length)
  const delivery = luck.once(mood.trouble) ? luck.oneOf(deliveries) : 'arrives'
  return { act: 'deliver', message, delivery }
}

const forge: Wish = ({ ledger }, luck, mood) =>
  ledger.offers.length > 0 && luck.once(mood.trouble)
    ? { act: 'forge', offer: luck.below(ledger.offers.length), forgery: luck.oneOf(forgeries) }
    : null

const settleRefund: Wish = ({ ledger }, luck) => {
  const refund = luck.below(ledger.refunds.length)
  const state = ledger.refunds[refund]?.state
  if (state === 'pending')
    return { act: 'settle_refund', refund, fate: luck.once(3) ? 'refused' : 'done' }
  if (state !== 'done' || !luck.once(3)) return null
  const fate = luck.oneOf(['failed_later', 'bounced', 'bounced_elsewhere'] as const)
  return { act: 'settle_refund', refund, fate }
}

const pauses = [
  1 * SECOND,
  31 * SECOND,
  61 * SECOND,
  5 * MINUTE,
  11 * MINUTE,
  71 * MINUTE,
  6 * HOUR,
  26 * HOUR,
  80 * HOUR,
] as const

const wait: Wish = (_world, luck) => ({
  act: 'wait',
  ms: luck.once(3) ? luck.oneOf(pauses) : SECOND,
})

const people: Wish = ({ shop }, luck, mood) => {
  if (shop.orders.size === 0 || !luck.once(mood.people)) return null
  const place = luck.below(shop.orders.size)
  if (luck.once(3))
    return { act: 'cancel', order: place, who: luck.oneOf(['shopper', 'merchant'] as const) }
  const parcel = shop.orders.get(orderId(place))?.parcel ?? 'here'
  const news = luck.once(8) ? luck.oneOf(parcelNews) : nextNews[parcel]
  return { act: 'parcel', order: place, news }
}

const parcelNews = ['sent', 'delivered', 'return_asked'] as const
const nextNews = {
  here: 'sent',
  sent: 'delivered',
  delivered: 'return_asked',
  return_asked: 'return_asked',
} as const

/** What is named more often is wished for more often. */
const wishes: readonly [Wish, ...Wish[]] = [
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
]
