import type { Person } from '../asker'
import type { DayOff } from '../days/day-off'
import { type ClaimId, type Instant, type WishId, wishId } from '../ids'
import { type Money, minus, noMoney, plus } from '../money'
import { claimableNow } from './claim-days'
import { asksTooOften } from './claims-bound'
import {
  type Arrival,
  type Claim,
  type ClaimState,
  type GivenGround,
  type Goods,
  type Ground,
  isFault,
  isPending,
  type Remedy,
  type Settlement,
} from './goods'
import { morePieces, type Pieces, problemOfPieces, samePieces } from './lines'
import {
  deliveryWith,
  type GoodsProblem,
  least,
  type Means,
  paidForPieces,
  whyNotOnceMore,
} from './means'
import { claimablePieces } from './places'
import { wayThereOf } from './way-there'

/* What can be said of goods that come back. What is refused or withdrawn may be claimed anew. */

export type ClaimFact =
  /** Pieces null: all that can be claimed. */
  | {
      kind: 'claim_opened'
      claim: ClaimId
      by: Person
      pieces: Pieces | null
      ground: GivenGround
      remedy: Remedy
      daysOff: readonly DayOff[]
    }
  | { kind: 'claim_refused'; claim: ClaimId; reason: string }
  | { kind: 'claim_withdrawn'; claim: ClaimId }
  /** All that has arrived of it so far: what was said before is said anew. */
  | ({ kind: 'claim_arrived'; claim: ClaimId } & Arrival)
  | { kind: 'claim_settled'; claim: ClaimId; remedy: Remedy; wayBack: Money; wayThere: Money }

export type ClaimEvent =
  /** Pieces null: all that was sent, as it was claimed before there were lines. */
  | {
      type: 'claim_opened'
      claim: ClaimId
      by: Person
      pieces: Pieces | null
      ground: Ground
      remedy: Remedy
    }
  | { type: 'claim_refused'; claim: ClaimId; reason: string }
  | { type: 'claim_withdrawn'; claim: ClaimId }
  | ({ type: 'claim_arrived'; claim: ClaimId } & Arrival)
  | { type: 'claim_settled'; claim: ClaimId; wish: WishId; settlement: Settlement }

export function judgeClaim(goods: Goods, fact: ClaimFact, means: Means): GoodsProblem | ClaimEvent {
  const claim = goods.claims.find(({ id }) => id === fact.claim)
  if (fact.kind === 'claim_opened') return claim ? 'known' : judgeOpening(goods, fact, means)
  if (!claim) return 'no_such_claim'
  if (!isPending(claim)) return 'over'
  switch (fact.kind) {
    case 'claim_refused':
      return { type: 'claim_refused', claim: claim.id, reason: fact.reason }
    case 'claim_withdrawn':
      return claim.state === 'arrived' ? 'arrived' : { type: 'claim_withdrawn', claim: claim.id }
    case 'claim_arrived':
      return judgeArrival(goods, claim, fact)
    case 'claim_settled':
      return judgeSettlement(goods, claim, fact, means)
  }
}

function judgeOpening(
  goods: Goods,
  { daysOff, ...fact }: Extract<ClaimFact, { kind: 'claim_opened' }>,
  { isPaid, now }: Means,
): GoodsProblem | ClaimEvent {
  const { claim, by, ground, remedy } = fact
  const there = claimablePieces(goods)
  const pieces = fact.pieces ?? there
  const problem = isPaid ? problemOfPieces(pieces, there) : 'not_paid'
  if (problem) return problem
  const inTime = claimableNow(goods, ground, daysOff, now)
  if (problemOfPieces(pieces, inTime)) return 'too_late'
  // Else nobody would pay for the ways of goods that nothing is wrong with.
  if (by === 'shopper' && remedy === 'same_goods' && !isFault(ground)) return 'only_for_faults'
  if (by === 'shopper' && asksTooOften(goods, now)) return 'too_often'
  return { type: 'claim_opened', claim, by, pieces, ground, remedy }
}

/** No more than was claimed arrives, and each piece is one or the other. */
function judgeArrival(
  { lines }: Goods,
  claim: Claim,
  { sellable, damaged }: Arrival,
): GoodsProblem | ClaimEvent {
  const all = morePieces(lines, sellable, damaged)
  const named = [sellable, damaged].filter((pieces) => pieces.length > 0)
  const problem = [...named, all].map((pieces) => problemOfPieces(pieces, claim.pieces))
  const first = problem.find((each) => each !== null)
  if (first) return first
  const isSaid =
    claim.state === 'arrived' &&
    samePieces(claim.sellable, sellable) &&
    samePieces(claim.damaged, damaged)
  return isSaid ? 'known' : { type: 'claim_arrived', claim: claim.id, sellable, damaged }
}

/** Only who changed their mind pays for a way. */
const mayWithhold = ({ ground }: Pick<Claim, 'ground'>): boolean => ground === 'changed_mind'

function judgeSettlement(
  goods: Goods,
  claim: Claim,
  fact: Extract<ClaimFact, { kind: 'claim_settled' }>,
  means: Means,
): GoodsProblem | ClaimEvent {
  if (claim.state !== 'arrived') return 'not_arrived'
  const { remedy, wayBack, wayThere } = fact
  const mayBeLess = remedy === 'money' && mayWithhold(claim)
  if (!mayBeLess && plus(wayBack, wayThere).minor > 0) return 'may_not_withhold'
  const wish = wishId(`claim ${claim.id}`)
  const settled = (settlement: Settlement) =>
    ({ type: 'claim_settled', claim: claim.id, wish, settlement }) as const
  if (remedy === 'same_goods') return whyNotOnceMore(means) ?? settled(exchanged)

  const pieces = morePieces(goods.lines, claim.sellable, claim.damaged)
  const paid = paidForPieces(goods, pieces)
  const delivery = isFault(claim.ground) ? deliveryWith(goods, pieces) : noMoney
  const free = wayThereOf(goods, pieces)
  const there = free === null ? wayThere : least(wayThere, free)
  return settled(moneyFor({ goods: paid, delivery, wayBack, wayThere: there }, means.left))
}

/** The same goods again cost nobody anything. */
const exchanged: Settlement = {
  remedy: 'same_goods',
  goods: noMoney,
  delivery: noMoney,
  wayBack: noMoney,
  wayThere: noMoney,
  notOurs: noMoney,
  amount: noMoney,
}

type Sums = Pick<Settlement, 'goods' | 'delivery' | 'wayBack' | 'wayThere'>

/** No more is withheld than there is, and no more given back than is ours. */
function moneyFor({ goods, delivery, ...asked }: Sums, left: Money): Settlement {
  const wayBack = least(asked.wayBack, goods)
  const wayThere = least(asked.wayThere, minus(goods, wayBack))
  const due = minus(minus(plus(goods, delivery), wayBack), wayThere)
  const amount = least(due, left)
  const notOurs = minus(due, amount)
  return { remedy: 'money', goods, delivery, wayBack, wayThere, notOurs, amount }
}

export function evolveClaims(goods: Goods, event: ClaimEvent, at: Instant): readonly Claim[] {
  const { claims } = goods
  // The newest first: it is looked for at each event of each claim.
  const place = claims.findLastIndex(({ id }) => id === event.claim)
  const claim = claims[place]
  const become = (to: ClaimState) => (claim ? claims.with(place, inState(claim, to)) : claims)
  switch (event.type) {
    case 'claim_opened': {
      const { claim: id, by, ground, remedy } = event
      const pieces = event.pieces ?? claimablePieces(goods)
      return [...claims, { id, by, pieces, ground, remedy, openedAt: at, state: 'open' }]
    }
    case 'claim_refused':
      return become({ state: 'refused', reason: event.reason })
    case 'claim_withdrawn':
      return become({ state: 'withdrawn' })
    case 'claim_arrived':
      return become({ state: 'arrived', sellable: event.sellable, damaged: event.damaged })
    case 'claim_settled': {
      const { settlement } = event
      return claim?.state === 'arrived'
        ? claims.with(place, { ...claim, state: 'settled', settlement })
        : claims
    }
  }
}

const inState = ({ id, by, pieces, ground, remedy, openedAt }: Claim, to: ClaimState): Claim => ({
  id,
  by,
  pieces,
  ground,
  remedy,
  openedAt,
  ...to,
})
