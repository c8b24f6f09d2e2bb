import type { Asker } from '@/lib/core/asker'
import { DAY } from '@/lib/core/calendar'
import { type Claim, grounds, isOut, isPending, remedies } from '@/lib/core/goods/goods'
import { countPieces, type Pieces } from '@/lib/core/goods/lines'
import { claimablePieces, unsentPieces } from '@/lib/core/goods/places'
import {
  type ClaimId,
  claimId,
  HOUR,
  type Instant,
  type OrderId,
  type ParcelId,
  wishId,
} from '@/lib/core/ids'
import { krw, noMoney } from '@/lib/core/money'
import type { Order } from '@/lib/core/order'
import type { Deps } from '@/lib/flows/deps'
import type { ToldGoods } from '@/lib/flows/order/act-on-goods'
import { cancelLines } from '@/lib/flows/order/cancel-lines'
import { cancelOrder } from '@/lib/flows/order/cancel-order'
import { decideClaim, withdrawClaim } from '@/lib/flows/order/decide-claim'
import { openClaim } from '@/lib/flows/order/open-claim'
import { sendParcel } from '@/lib/flows/order/send-parcel'
import { loseParcel, moveParcel } from '@/lib/flows/order/tell-of-parcel'
import { askerWith } from '@/lib/proof/shop/shopper'
import type { RealHistory } from './real-history'

/* What people say next of the goods of an order: mostly what can be, at times what cannot. */

/** An order, and who ordered it. */
export type Chosen = { readonly id: OrderId; readonly order: Order; readonly visitor: string }

/** One thing that somebody does to the goods of an order, and what it is called. */
export type RealGoodsAct = {
  readonly name: string
  readonly run: (deps: Deps) => Promise<ToldGoods | 'cancelled'>
}

export type Choice = (real: RealHistory, chosen: Chosen) => RealGoodsAct

const shopPerson: Asker = { kind: 'merchant' }

/** Who ordered it, somebody of the shop, and now and then a stranger. */
const somebody = ({ random }: RealHistory, { visitor }: Chosen): Asker =>
  random.once(10)
    ? askerWith({ visitor: 'a stranger' })
    : random.oneOf<Asker>([shopPerson, askerWith({ visitor })])

/** All of it or a part, and at times what cannot be. */
function somePieces({ random }: RealHistory, there: Pieces): Pieces {
  const kind = random.below(8)
  if (kind === 0) return random.oneOf([[], [...there, ...there], there.map(oneMore)])
  if (kind < 4) return there
  return there
    .map(({ line, quantity }) => ({ line, quantity: random.below(quantity + 1) }))
    .filter(({ quantity }) => quantity > 0)
}

const oneMore = ({ line, quantity }: Pieces[number]) => ({ line, quantity: quantity + 1 })

const send: Choice = (real, { id, order: { goods } }) => {
  const { random } = real
  const pieces = random.once(2) ? null : somePieces(real, unsentPieces(goods))
  // As many digits as the carrier's numbers have, and now and then those of a parcel before.
  const place = random.once(6) ? 0 : goods.parcels.length
  const tracking = { carrier: 'CJ대한통운', number: String(100_000_000_000 + place) }
  const despite = random.once(3) ? 'She called' : null
  const sending = { pieces, tracking, despite }
  return {
    name: pieces === null ? 'send all' : 'send a part',
    run: (deps) => sendParcel(deps, shopPerson, id, sending),
  }
}

const move = (id: OrderId, parcel: ParcelId, to: 'delivered' | 'unsent' | 'came_back') => ({
  name: to,
  run: (deps: Deps) => moveParcel(deps, shopPerson, id, { parcel, to }),
})

const lose = ({ random }: RealHistory, id: OrderId, parcel: ParcelId): RealGoodsAct => {
  const remedy = random.oneOf(remedies)
  return {
    name: `lost, ${remedy}`,
    run: (deps) => loseParcel(deps, shopPerson, id, { parcel, remedy }),
  }
}

const cancelSome: Choice = (real, chosen) => {
  const { id, order } = chosen
  const pieces = somePieces(real, unsentPieces(order.goods))
  const wish = wishId(`lines ${id} ${real.random.below(3)}`)
  const asker = somebody(real, chosen)
  // Who has not read that something is kept for delivery cancels nothing that it is kept of.
  const agreed = real.random.oneOf([null, null, noMoney])
  const lines = { wish, pieces, reason: 'Broken in the shop', agreed }
  return { name: 'cancel lines', run: (deps) => cancelLines(deps, asker, id, lines) }
}

const claim: Choice = (real, chosen) => {
  const { random } = real
  const { id, order } = chosen
  const asked = {
    claim: claimId(`claim ${id} ${random.once(6) ? 0 : order.goods.claims.length}`),
    pieces: random.once(3) ? null : somePieces(real, claimablePieces(order.goods)),
    ground: random.oneOf(grounds),
    remedy: random.oneOf(remedies),
    words: 'It rattles',
  }
  const asker = somebody(real, chosen)
  return {
    name: `claim ${asked.ground}`,
    run: async (deps) => {
      const told = await openClaim(deps, asker, id, asked)
      if (told === 'too_late') checkIsLate(order, asked.ground, await deps.clock.now())
      return told
    },
  }
}

// Of the law's seven days, and three months, so much at least.
const SHORTEST_DAYS = { changed_mind: 7, faulty: 89, other_than_described: 89 }

/** Nobody is told too soon that their time is over. */
function checkIsLate({ goods }: Order, ground: keyof typeof SHORTEST_DAYS, now: Instant): void {
  // An exchange makes more time for its own line alone.
  const ordered = goods.parcels.filter((parcel) => isOut(parcel) && !parcel.isExchange)
  const last = Math.max(...ordered.map(({ sentAt }) => sentAt))
  if (now - last < SHORTEST_DAYS[ground] * DAY - HOUR)
    throw new Error(`too late to claim what left ${(now - last) / DAY} days ago`)
}

const arrive = (real: RealHistory, id: OrderId, { id: claim, pieces }: Claim): RealGoodsAct => {
  const [all, part] = [somePieces(real, pieces), somePieces(real, pieces)]
  const arrival = real.random.oneOf([
    { sellable: all, damaged: [] },
    { sellable: [], damaged: all },
    { sellable: all, damaged: part },
  ])
  const decision = { kind: 'claim_arrived', claim, ...arrival } as const
  return { name: 'arrived', run: (deps) => decideClaim(deps, shopPerson, id, decision) }
}

const settle = ({ random }: RealHistory, id: OrderId, claim: ClaimId): RealGoodsAct => {
  const remedy = random.oneOf(remedies)
  const wayBack = krw(random.oneOf([0, 0, 3_000, 100_000]))
  const wayThere = krw(random.oneOf([0, 0, 3_000]))
  const decision = { kind: 'claim_settled', claim, remedy, wayBack, wayThere } as const
  return {
    name: `settled, ${remedy}${wayBack.minor + wayThere.minor > 0 ? ', less a way' : ''}`,
    run: (deps) => decideClaim(deps, shopPerson, id, decision),
  }
}

const refuse = (id: OrderId, claim: ClaimId): RealGoodsAct => ({
  name: 'refused',
  run: (deps) =>
    decideClaim(deps, shopPerson, id, { kind: 'claim_refused', claim, reason: 'It was worn' }),
})

const withdraw = (real: RealHistory, chosen: Chosen, claim: ClaimId): RealGoodsAct => {
  const asker = somebody(real, chosen)
  return { name: 'withdrawn', run: (deps) => withdrawClaim(deps, asker, chosen.id, claim) }
}

/** Somebody of the shop ends the order meanwhile. */
export const ending = ({ id }: Chosen): RealGoodsAct => ({
  name: 'cancel all',
  run: (deps) => cancelOrder(deps, shopPerson, id),
})

/** What comes next by itself. */
export const nextAct: Choice = (real, chosen) => {
  const { random } = real
  const { id, order } = chosen
  const { parcels, claims } = order.goods
  const pending = claims.find(isPending)
  if (pending && !random.once(5)) {
    if (random.once(8)) return refuse(id, pending.id)
    if (pending.state === 'open' && random.once(8)) return withdraw(real, chosen, pending.id)
    return pending.state === 'arrived' ? settle(real, id, pending.id) : arrive(real, id, pending)
  }
  const going = parcels.find(({ state }) => state === 'sent')
  if (countPieces(unsentPieces(order.goods)) > 0 && !(going && random.once(2)))
    return random.once(5) ? cancelSome(real, chosen) : send(real, chosen)
  if (going && random.once(2)) {
    const to = random.oneOf(['delivered', 'delivered', 'unsent', 'came_back', 'lost'] as const)
    return to === 'lost' ? lose(real, id, going.id) : move(id, going.id, to)
  }
  return claim(real, chosen)
}

/** Anything that somebody could say of it, sensible or not. */
export const anyAct: Choice = (real, chosen) => {
  const { random } = real
  const { id, order } = chosen
  const parcel = order.goods.parcels[random.below(order.goods.parcels.length)]
  const known = order.goods.claims[random.below(order.goods.claims.length)]
  const choices: readonly [() => RealGoodsAct, ...(() => RealGoodsAct)[]] = [
    () => send(real, chosen),
    () => cancelSome(real, chosen),
    () => claim(real, chosen),
    ...(parcel
      ? [
          () => move(id, parcel.id, random.oneOf(['delivered', 'unsent', 'came_back'] as const)),
          () => lose(real, id, parcel.id),
        ]
      : []),
    ...(known
      ? [
          () => arrive(real, id, known),
          () => settle(real, id, known.id),
          () => refuse(id, known.id),
          () => withdraw(real, chosen, known.id),
        ]
      : []),
  ]
  return random.oneOf(choices)()
}
