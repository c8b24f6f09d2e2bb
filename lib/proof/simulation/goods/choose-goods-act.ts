import { type Claim, grounds, isPending, remedies } from '@/lib/core/goods/goods'
import { type Pieces, problemOfPieces } from '@/lib/core/goods/lines'
import { claimablePieces, unsentPieces } from '@/lib/core/goods/places'
import type { Order } from '@/lib/core/order'
import type { Random } from '../random'
import { type GoodsAct, type Pick, picks } from './goods-acts'

// What is drawn with forms: few, so that one comes twice.
const FORMS = 5

const isPick = (name: string): name is Pick => name in picks
const allPicks = Object.keys(picks).filter(isPick)
const people = ['shopper', 'merchant'] as const

/** What people do next with the goods of an order: mostly what can be done, and at times anything. */
export function chooseGoodsAct(index: number, order: Order, random: Random): GoodsAct {
  return random.once(3) ? anyAct(index, order, random) : nextAct(index, order, random)
}

/** Drawn from a list that may be empty. */
const oneOf = <T>(random: Random, list: readonly T[], or: T): T =>
  list[random.below(list.length)] ?? or

const remedyOf = (random: Random) => random.oneOf(remedies)
const pieceOf = (random: Random): Pick => oneOf(random, allPicks, 'none')

function nextAct(index: number, order: Order, random: Random): GoodsAct {
  const { goods } = order
  const at = { order: index }
  const claim = goods.claims.find(isPending)
  if (claim) return nextOfClaim(index, claim, random)
  const going = goods.parcels.find(({ state }) => state === 'sent')
  const here = unsentPieces(goods)
  if (here.length > 0 && random.once(4)) return cancelling(at, able(here), random)
  if (here.length > 0 && !(going && random.once(2))) {
    const pieces = random.once(2) ? null : pieceOf(random)
    return { act: 'send', ...at, parcel: goods.parcels.length, pieces, despite: random.once(8) }
  }
  if (going && random.once(2))
    return { act: 'move_parcel', ...at, parcel: numberOf(going.id), to: 'delivered' }
  const there = claimablePieces(goods)
  const pieces = random.once(3) ? null : oneOf(random, able(there), 'none')
  return { act: 'claim', ...at, claim: goods.claims.length, pieces, ...asked(random) }
}

const able = (there: Pieces): readonly Pick[] =>
  allPicks.filter((name) => problemOfPieces(picks[name], there) === null)

const cancelling = (at: { order: number }, pieces: readonly Pick[], random: Random): GoodsAct => ({
  act: 'cancel_lines',
  ...at,
  wish: random.below(FORMS),
  who: random.oneOf(people),
  pieces: oneOf(random, pieces, 'none'),
})

const asked = (random: Random) => ({
  by: random.oneOf(people),
  ground: random.oneOf(grounds),
  remedy: remedyOf(random),
})

function nextOfClaim(index: number, open: Claim, random: Random): GoodsAct {
  const at = { order: index, claim: numberOf(open.id) }
  if (open.state === 'arrived' && !random.once(3)) return settling(at, random)
  const pieces = oneOf(random, able(open.pieces), 'none')
  return random.once(2)
    ? { act: 'receive_claim', ...at, sellable: pieces, damaged: 'none' }
    : { act: 'receive_claim', ...at, sellable: 'none', damaged: pieces }
}

const settling = (at: { order: number; claim: number }, random: Random): GoodsAct => ({
  act: 'settle_claim',
  ...at,
  remedy: remedyOf(random),
  wayBack: random.oneOf([0, 0, 3000, 20_000]),
  wayThere: random.oneOf([0, 0, 2500]),
})

function anyAct(index: number, { goods }: Order, random: Random): GoodsAct {
  const at = { order: index }
  const parcel = oneOf(
    random,
    goods.parcels.map(({ id }) => numberOf(id)),
    0,
  )
  const claim = oneOf(
    random,
    goods.claims.map(({ id }) => numberOf(id)),
    0,
  )
  const pieces = pieceOf(random)
  switch (random.below(8)) {
    case 0:
      return { act: 'send', ...at, parcel: random.below(FORMS), pieces, despite: random.once(2) }
    case 1:
      return {
        act: 'move_parcel',
        ...at,
        parcel,
        to: random.oneOf(['delivered', 'unsent', 'came_back'] as const),
      }
    case 2:
      return { act: 'lose_parcel', ...at, parcel, remedy: remedyOf(random) }
    case 3:
      return cancelling(at, [pieces], random)
    case 4:
      return { act: 'claim', ...at, claim: random.below(FORMS), pieces, ...asked(random) }
    case 5:
      return {
        act: random.oneOf(['refuse_claim', 'withdraw_claim'] as const),
        ...at,
        claim,
      }
    case 6:
      return { act: 'receive_claim', ...at, claim, sellable: pieces, damaged: pieceOf(random) }
    default:
      return settling({ ...at, claim }, random)
  }
}

const numberOf = (id: string) => Number(id.split(' ').at(-1))
