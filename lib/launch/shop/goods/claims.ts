import { type Claim, type GivenGround, grounds, isPending } from '@/lib/core/goods/goods'
import { morePieces } from '@/lib/core/goods/lines'
import { wayThereOf } from '@/lib/core/goods/way-there'
import { claimId } from '@/lib/core/ids'
import { formatMoney, krw, type Money, noMoney } from '@/lib/core/money'
import { parseWon } from '@/lib/core/typed/count'
import { listDaysOff } from '@/lib/db/days-off'
import { type ClaimDecision, decideClaim, withdrawClaim } from '@/lib/flows/order/decide-claim'
import { openClaim } from '@/lib/flows/order/open-claim'
import {
  type Command,
  type FoundOrder,
  findTypedOrder,
  quoted,
  REFUSED,
  refused,
  sentenceOf,
  type Till,
  type Typed,
} from '../command'
import { typedWish } from '../wish'
import { type GoodsPlan, piecesIn, showAndDo, typedOne } from './goods-act'
import { typedRemedy } from './parcels'

const merchant = { kind: 'merchant' } as const

/** Goods that come back: asked for, refused, here, settled. */
export const claimCommands: readonly Command[] = [
  {
    usage: 'order <number> claim open <ground> "<words>"',
    does: 'opens a claim for what a shopper wants to give back: changed-mind, faulty or other-than-described',
    options: ['lines', 'remedy', 'wish', 'yes'],
    run: open,
  },
  {
    usage: 'order <number> claim refuse "<reason>"',
    does: 'refuses it, for a reason that the shopper reads; it may be asked anew within its time',
    options: ['claim', 'yes'],
    run: refuse,
  },
  {
    usage: 'order <number> claim withdraw',
    does: 'says that the shopper keeps the goods after all',
    options: ['claim', 'yes'],
    run: withdraw,
  },
  {
    usage: 'order <number> claim arrived',
    does: 'says what of it is here, sellable or damaged: all of it sellable, where nothing else is said',
    options: ['claim', 'sellable', 'damaged', 'yes'],
    run: arrived,
  },
  {
    usage: 'order <number> claim settle',
    does: 'gives back the money, less what the law lets you withhold, or has the same goods sent again; what is sellable goes into stock',
    options: ['claim', 'remedy', 'way-back', 'way-there', 'yes'],
    run: settle,
  },
]

async function open(till: Till, typed: Typed): Promise<number> {
  const [number, typedGround = '', typedWords] = typed.words
  const found = await findTypedOrder(till, number)
  const ground = found && groundIn(till, typedGround)
  const remedy = ground && typedRemedy(till, typed, 'money')
  const named = remedy && piecesIn(till, typed.options.lines, { option: 'lines', none: null })
  const wish = named && typedWish(till, typed)
  if (!found || !ground || !remedy || !named || !wish) return REFUSED
  const words = sentenceOf(typedWords)
  const claim = claimId(wish)
  const asked = { claim, pieces: named.pieces, ground, remedy }
  const daysOff = await listDaysOff(till.shop.db)
  const lines = typed.options.lines === undefined ? '' : ` --lines ${quoted(typed.options.lines)}`
  return showAndDo(till, typed, {
    found,
    fact: { kind: 'claim_opened', by: 'merchant', ...asked, daysOff },
    title: 'Open a claim',
    about: [`  Only once     --wish ${wish}`],
    again: `claim open ${typedGround} ${quoted(words)}${lines} --remedy ${remedy.replace('_', '-')} --wish ${wish}`,
    act: () => openClaim(till.shop, merchant, found.id, { ...asked, words }),
    done: 'The claim is open.',
  })
}

function groundIn(till: Till, typed: string): GivenGround | null {
  const ground = grounds.find((each) => each === typed.replaceAll('-', '_'))
  if (!ground) till.complain('Say why: changed-mind, faulty or other-than-described.')
  return ground ?? null
}

type Meant = { readonly found: FoundOrder; readonly claim: Claim; readonly which: string }

async function meant(till: Till, { words, options }: Typed): Promise<Meant | null> {
  const found = await findTypedOrder(till, words[0])
  if (!found) return null
  const { claims } = found.order.goods
  const able = claims.filter(isPending)
  const claim = typedOne(till, options.claim, { all: claims, able, what: 'claim' })
  return claim && { found, claim, which: ` --claim ${claims.indexOf(claim) + 1}` }
}

type Words = Pick<GoodsPlan, 'title' | 'about' | 'again' | 'done'>

const decide = (
  till: Till,
  typed: Typed,
  { found }: Meant,
  plan: Words & { fact: ClaimDecision },
): Promise<number> =>
  showAndDo(till, typed, {
    ...plan,
    found,
    act: () => decideClaim(till.shop, merchant, found.id, plan.fact),
  })

async function refuse(till: Till, typed: Typed): Promise<number> {
  const about = await meant(till, typed)
  if (!about) return REFUSED
  const reason = sentenceOf(typed.words[1])
  if (reason === '') return refused(till, 'Say why, in words that the shopper reads.')
  return decide(till, typed, about, {
    fact: { kind: 'claim_refused', claim: about.claim.id, reason },
    title: 'Refuse a claim',
    again: `claim refuse ${quoted(reason)}${about.which}`,
    done: 'Refused.',
  })
}

async function withdraw(till: Till, typed: Typed): Promise<number> {
  const about = await meant(till, typed)
  if (!about) return REFUSED
  const { found, claim } = about
  return showAndDo(till, typed, {
    found,
    fact: { kind: 'claim_withdrawn', claim: claim.id },
    title: 'Withdraw a claim',
    again: `claim withdraw${about.which}`,
    act: () => withdrawClaim(till.shop, merchant, found.id, claim.id),
    done: 'The shopper keeps the goods.',
  })
}

async function arrived(till: Till, typed: Typed): Promise<number> {
  const about = await meant(till, typed)
  if (!about) return REFUSED
  const { claim, which } = about
  const { sellable: some, damaged: broken } = typed.options
  const all = broken === undefined ? claim.pieces : []
  const sellable = piecesIn(till, some, { option: 'sellable', none: all })
  const damaged = piecesIn(till, broken, { option: 'damaged', none: [] })
  if (!sellable || !damaged) return REFUSED
  const options = [
    some === undefined ? '' : ` --sellable ${quoted(some)}`,
    broken === undefined ? '' : ` --damaged ${quoted(broken)}`,
  ].join('')
  const here = { sellable: sellable.pieces, damaged: damaged.pieces }
  return decide(till, typed, about, {
    fact: { kind: 'claim_arrived', claim: claim.id, ...here },
    title: 'Goods came back',
    again: `claim arrived${which}${options}`,
    done: 'They are here, and can be settled.',
  })
}

async function settle(till: Till, typed: Typed): Promise<number> {
  const about = await meant(till, typed)
  const remedy = about && typedRemedy(till, typed, about.claim.remedy)
  const wayBack = remedy && typedWon(till, typed.options['way-back'])
  const wayThere = wayBack && typedWon(till, typed.options['way-there'])
  if (!about || !remedy || !wayBack || !wayThere) return REFUSED
  const withheld = [
    wayBack.minor > 0 ? ` --way-back ${wayBack.minor}` : '',
    wayThere.minor > 0 ? ` --way-there ${wayThere.minor}` : '',
  ].join('')
  return decide(till, typed, about, {
    fact: { kind: 'claim_settled', claim: about.claim.id, remedy, wayBack, wayThere },
    title: 'Settle a claim',
    about: remedy === 'money' ? aboutTheWay(about) : [],
    again: `claim settle${about.which} --remedy ${remedy.replace('_', '-')}${withheld}`,
    done: 'Settled.',
  })
}

/** What the law lets one withhold as the way there: nobody but the order knows what was free when it was placed. */
function aboutTheWay({ found, claim }: Meant): readonly string[] {
  if (claim.state !== 'arrived' || claim.ground !== 'changed_mind') return []
  const { goods } = found.order
  const most = wayThereOf(goods, morePieces(goods.lines, claim.sellable, claim.damaged))
  if (most === null || most.minor === 0) return []
  const said = `${formatMoney(most)} of it was free only because more was ordered`
  return [`  Way there     ${said}: --way-there ${most.minor} withholds that`]
}

function typedWon(till: Till, typed: string | undefined): Money | null {
  if (typed === undefined) return noMoney
  const won = parseWon(typed)
  if (won === null) till.complain(`"${typed}" is no amount in whole won. Nothing was changed.`)
  return won === null ? null : krw(won)
}
