import { readTracking } from '../goods/carriers'
import { grounds, remedies } from '../goods/goods'
import { type Pieces, problemOfPieces } from '../goods/lines'
import { paidForPieces } from '../goods/means'
import { unsentPieces } from '../goods/places'
import { claimId, noteId, parseWishId, type WishId } from '../ids'
import { krw, type Money, noMoney, plus } from '../money'
import { type Order, refundable } from '../order'
import { parseCount, parseWon } from '../typed/count'
import { type FieldName, mistakeIn, readField } from '../typed/customer'
import { piecesInFields } from '../typed/pieces'
import { asLine, asLines } from '../typed/text'
import type { OrderAct } from './order-acts'
import { type ActMistake, type ActMistakes, addressFields, type PlannedAct } from './planned-act'

type Fields = Readonly<Record<string, string>>

const isMistakes = (read: PlannedAct | ActMistakes): read is ActMistakes => !('act' in read)

/** What was typed on the page of an act: what to do, or what is wrong with it, by field. */
export function planAct(
  act: OrderAct,
  fields: Fields,
  order: Order,
): { readonly plan: PlannedAct } | { readonly mistakes: ActMistakes } {
  const once = parseWishId(fields.wish ?? '')
  if (once === null) return { mistakes: { '': 'invalid' } }
  const read = reads[act]({ fields, order, once, why: sentence(fields.why) })
  return isMistakes(read) ? { mistakes: read } : { plan: read }
}

type Typed = {
  readonly fields: Fields
  readonly order: Order
  /** Drawn with the form: what is done under it is done once. */
  readonly once: WishId
  readonly why: string
}
type Read = (typed: Typed) => PlannedAct | ActMistakes

const LONGEST = 200
const sentence = (typed = '') => asLine(typed).slice(0, LONGEST)
/** Of two answers: nothing is wrong with what is null. */
const mistakesIn = (found: Readonly<Record<string, ActMistake | null>>): ActMistakes | null => {
  const wrong = Object.entries(found).flatMap(([name, mistake]) =>
    mistake === null ? [] : [[name, mistake] as const],
  )
  return wrong.length > 0 ? Object.fromEntries(wrong) : null
}
const isMissing = (text: string) => (text === '' ? ('missing' as const) : null)

const reads: Record<OrderAct, Read> = {
  refund: readRefund,
  cancel: readCancel,
  send: readSending,
  delivered: (typed) => readMove(typed, 'delivered'),
  unsend: (typed) => readMove(typed, 'unsent'),
  'came-back': (typed) => readMove(typed, 'came_back'),
  lost: readLoss,
  claim: readClaim,
  'refuse-claim': (typed) => {
    const claim = claimIn(typed)
    const wrong = mistakesIn({ why: isMissing(typed.why), claim: claim ? null : 'no_such_claim' })
    return wrong ?? (claim ? { act: 'refuse_claim', claim, why: typed.why } : { '': 'invalid' })
  },
  'withdraw-claim': (typed) => {
    const claim = claimIn(typed)
    return claim ? { act: 'withdraw_claim', claim, why: typed.why } : { claim: 'no_such_claim' }
  },
  arrived: readArrival,
  settle: readSettlement,
  handback: ({ fields, order, once, why }) => {
    const amount = wonIn(fields.amount)
    const most = Math.max(refundable(order).minor, ...order.wishes.map((wish) => wish.amount.minor))
    const wrong = mistakesIn({
      amount: amount === null ? 'no_amount' : amount.minor > most ? 'too_much' : null,
      why: isMissing(why),
    })
    return wrong ?? { act: 'handback', note: noteId(once), amount: amount ?? noMoney, why }
  },
  'try-again': ({ fields, order, why }) => {
    const wish = order.wishes.find(({ id }) => id === fields.which)
    return wish ? { act: 'try_again', wish: wish.id, why } : { which: 'missing' }
  },
  charge: ({ fields, once, why }) => {
    const amount = wonIn(fields.amount)
    const wrong = mistakesIn({
      amount: amount === null ? 'no_amount' : null,
      why: isMissing(why),
    })
    return wrong ?? { act: 'charge', wish: once, amount: amount ?? noMoney, why }
  },
  address: ({ fields, once, why }) => {
    const typed = (name: FieldName) => fields[name] ?? ''
    const wrong = mistakesIn(
      Object.fromEntries(addressFields.map((name) => [name, mistakeIn(name, typed(name))])),
    )
    if (wrong) return wrong
    const read = (name: FieldName) => readField(name, typed(name)) ?? ''
    const address = {
      name: read('name'),
      phone: read('phone'),
      postcode: read('postcode'),
      address: read('address'),
      addressDetail: read('addressDetail'),
      deliveryNote: read('deliveryNote'),
    }
    return { act: 'address', note: noteId(once), address, why }
  },
  note: ({ fields, once }) => {
    const words = asLines(fields.words ?? '')
    return words === '' ? { words: 'missing' } : { act: 'note', note: noteId(once), words, why: '' }
  },
  write: ({ fields, once }) => {
    const words = asLines(fields.words ?? '')
    return words === ''
      ? { words: 'missing' }
      : { act: 'write', note: noteId(once), words, why: '' }
  },
  'letter-again': ({ fields, once, why }) => {
    const letter = parseCount(fields.letter ?? '')
    return letter === null
      ? { letter: 'missing' }
      : { act: 'letter_again', note: noteId(once), letter, why }
  },
}

function wonIn(typed = ''): Money | null {
  const won = parseWon(typed)
  return won === null ? null : krw(won)
}

/** An empty field withholds nothing. */
const withheldIn = (typed = ''): Money | null =>
  typed.trim() === '' || typed.trim() === '0' ? noMoney : wonIn(typed)

function readRefund({ fields, order, once, why }: Typed): PlannedAct | ActMistakes {
  const left = refundable(order)
  if (fields.what === 'lines') return readRefundOfLines({ fields, order, once, why })
  const amount = fields.what === 'all' ? left : wonIn(fields.amount)
  const wrong = mistakesIn({
    what: fields.what === 'all' || fields.what === 'part' ? null : 'missing',
    amount: amount === null ? 'no_amount' : amount.minor > left.minor ? 'too_much' : null,
    why: isMissing(why),
  })
  return wrong ?? { act: 'refund', wish: once, amount: amount ?? noMoney, why }
}

/** Put back into stock is only what was not sent: it is then cancelled, and not to be sent any more. */
function readRefundOfLines({ fields, order, once, why }: Typed): PlannedAct | ActMistakes {
  const { goods } = order
  const pieces = piecesInFields(fields) ?? []
  const isRestocked = fields.restock === 'on'
  const there = isRestocked ? unsentPieces(goods) : goods.lines.map(asPieces)
  const wrong = mistakesIn({ lines: problemIn(pieces, there), why: isMissing(why) })
  if (wrong) return wrong
  const delivery = fields.delivery === 'on' ? goods.delivery : noMoney
  if (isRestocked) return { act: 'cancel_lines', wish: once, pieces, delivery, why }
  const due = plus(paidForPieces(goods, pieces), delivery)
  if (due.minor > refundable(order).minor) return { lines: 'too_much' }
  return { act: 'refund', wish: once, amount: due, why }
}

const asPieces = ({ id: line, quantity }: Order['goods']['lines'][number]) => ({ line, quantity })

function problemIn(pieces: Pieces, there: Pieces): ActMistake | null {
  const isOdd = pieces.some(({ quantity }) => !Number.isSafeInteger(quantity) || quantity < 0)
  return isOdd ? 'no_count' : problemOfPieces(pieces, there)
}

function readCancel({ fields, order, once, why }: Typed): PlannedAct | ActMistakes {
  if (fields.what === 'all') return mistakesIn({ why: isMissing(why) }) ?? { act: 'cancel', why }
  const pieces = piecesInFields(fields) ?? []
  const wrong = mistakesIn({
    what: fields.what === 'lines' ? null : 'missing',
    lines: fields.what === 'lines' ? problemIn(pieces, unsentPieces(order.goods)) : null,
    why: isMissing(why),
  })
  return wrong ?? { act: 'cancel_lines', wish: once, pieces, delivery: noMoney, why }
}

function readSending({ fields, order, why }: Typed): PlannedAct | ActMistakes {
  const pieces = piecesInFields(fields) ?? []
  const tracking = readTracking(fields.carrier ?? '', fields.tracking ?? '')
  const despite = sentence(fields.despite) || null
  const wrong = mistakesIn({
    lines: problemIn(pieces, unsentPieces(order.goods)),
    carrier: tracking === 'no_carrier' ? 'missing' : null,
    tracking:
      tracking === 'no_number'
        ? 'missing'
        : typeof tracking === 'object' && 'digits' in tracking
          ? 'no_number_of_theirs'
          : null,
  })
  if (wrong) return wrong
  return typeof tracking === 'object' && 'number' in tracking
    ? { act: 'send', pieces, tracking, despite, why: why || (despite ?? '') }
    : { tracking: 'missing' }
}

const placed = <T>(all: readonly T[], typed = ''): T | null =>
  all[(parseCount(typed) ?? 0) - 1] ?? null

const parcelIn = ({ fields, order }: Typed) => placed(order.goods.parcels, fields.parcel)?.id
const claimIn = ({ fields, order }: Typed) => placed(order.goods.claims, fields.claim)?.id
const remedyIn = ({ fields }: Typed) => remedies.find((each) => each === fields.remedy)

function readMove(
  typed: Typed,
  to: 'delivered' | 'unsent' | 'came_back',
): PlannedAct | ActMistakes {
  const parcel = parcelIn(typed)
  return parcel ? { act: 'move', parcel, to, why: typed.why } : { parcel: 'no_such_parcel' }
}

function readLoss(typed: Typed): PlannedAct | ActMistakes {
  const parcel = parcelIn(typed)
  const remedy = remedyIn(typed)
  if (!parcel) return { parcel: 'no_such_parcel' }
  return remedy ? { act: 'lose', parcel, remedy, why: typed.why } : { remedy: 'missing' }
}

function readClaim(typed: Typed): PlannedAct | ActMistakes {
  const { fields, once, why } = typed
  const pieces = piecesInFields(fields) ?? []
  const ground = grounds.find((each) => each === fields.ground)
  const remedy = remedyIn(typed)
  const wrong = mistakesIn({
    lines: problemIn(pieces, typed.order.goods.lines.map(asPieces)),
    ground: ground ? null : 'missing',
    remedy: remedy ? null : 'missing',
  })
  if (wrong || !ground || !remedy) return wrong ?? { '': 'invalid' }
  const words = sentence(fields.words)
  return { act: 'open_claim', claim: claimId(once), pieces, ground, remedy, words, why }
}

function readArrival(typed: Typed): PlannedAct | ActMistakes {
  const claim = placed(typed.order.goods.claims, typed.fields.claim)
  if (!claim) return { claim: 'no_such_claim' }
  const of = (kind: 'sellable' | 'damaged') =>
    piecesInFields(
      Object.fromEntries(
        Object.entries(typed.fields).flatMap(([name, text]) =>
          name.startsWith(`${kind}-`) ? [[name.replace(kind, 'line'), text]] : [],
        ),
      ),
    ) ?? []
  const [sellable, damaged] = [of('sellable'), of('damaged')]
  const named = [...sellable, ...damaged]
  if (named.some(({ quantity }) => !Number.isSafeInteger(quantity) || quantity < 0))
    return { lines: 'no_count' }
  return { act: 'arrived', claim: claim.id, sellable, damaged, why: typed.why }
}

function readSettlement(typed: Typed): PlannedAct | ActMistakes {
  const claim = claimIn(typed)
  const remedy = remedyIn(typed)
  const wayBack = withheldIn(typed.fields.wayBack)
  const wayThere = withheldIn(typed.fields.wayThere)
  const wrong = mistakesIn({
    claim: claim ? null : 'no_such_claim',
    remedy: remedy ? null : 'missing',
    wayBack: wayBack ? null : 'no_amount',
    wayThere: wayThere ? null : 'no_amount',
  })
  if (wrong || !claim || !remedy || !wayBack || !wayThere) return wrong ?? { '': 'invalid' }
  return { act: 'settle', claim, remedy, wayBack, wayThere, why: typed.why }
}
