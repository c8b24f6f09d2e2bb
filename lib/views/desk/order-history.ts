import { maskedJson } from '@/lib/adyen/masked'
import { parseItem } from '@/lib/adyen/notification'
import type { OrderEvent } from '@/lib/core/order'
import type {
  DoneFact,
  LetterFact,
  NewsFact,
  NoteFact,
  OrderInFull,
} from '@/lib/db/desk/order-in-full'

/** Which of an order somebody sees: its money, its goods, and what was written to its shopper or about them. */
export type DeskSight = {
  readonly money: boolean
  readonly goods: boolean
  readonly shopper: boolean
}

/** One thing in the one history of an order. `exact`: the same for an engineer. */
export type HistoryEntry = {
  readonly at: number
  readonly exact: string
  /** Which person of the shop made it so, and why; null: nobody at the desk. */
  readonly by: { readonly who: string; readonly why: string } | null
} & (
  | {
      readonly kind: 'happened'
      /** What one moment brought, the least of it left out. */
      readonly events: readonly OrderEvent[]
      readonly seqs: readonly number[]
    }
  | {
      readonly kind: 'news'
      readonly eventCode: string
      readonly success: boolean | null
      readonly amount: string | null
      readonly state: 'applied' | 'parked' | 'put_aside' | 'waiting'
    }
  | {
      readonly kind: 'letter'
      readonly subject: string
      readonly recipient: string
      readonly sentAt: number | null
    }
  | {
      readonly kind: 'note'
      readonly what: NoteFact['kind']
      readonly words: string
    }
  | { readonly kind: 'done'; readonly act: string }
)

const ofGoods: readonly OrderEvent['type'][] = [
  'lines_cancelled',
  'parcel_sent',
  'parcel_moved',
  'parcel_lost',
  'claim_opened',
  'claim_refused',
  'claim_withdrawn',
  'claim_arrived',
  'claim_settled',
  'cancelled_by',
  'stock_taken',
  'stock_returned',
]
/** Said by another event of the same moment, or of no use to who runs a shop. */
const least: readonly OrderEvent['type'][] = [
  'kept',
  'stock_taken',
  'stock_hold_over',
  'refund_let_be',
]

/** Facts, news, letters and notes, the newest first. */
export function historyEntries(whole: OrderInFull, sees: DeskSight): readonly HistoryEntry[] {
  const entries = [
    ...happenings(whole, sees),
    ...(sees.money ? whole.news.map(newsEntry) : []),
    ...(sees.shopper ? whole.letters.map(letterEntry) : []),
    ...(sees.shopper || sees.goods ? notesFor(whole, sees) : []),
  ]
  const moments = new Set(entries.map(({ at }) => at))
  const besides =
    sees.money && sees.goods ? whole.done.filter(({ at }) => !moments.has(Date.parse(at))) : []
  // What is of one moment stays in its order: what was told comes before what came of it.
  return [...entries.map((entry) => withDoer(whole, entry)), ...besides.map(doneEntry)]
    .toSorted((one, other) => one.at - other.at)
    .reverse()
}

function happenings({ events }: OrderInFull, sees: DeskSight): HistoryEntry[] {
  const isSeen = ({ type }: OrderEvent) =>
    (sees.money && sees.goods) || (ofGoods.includes(type) ? sees.goods : sees.money)
  const seen = events.filter(({ event }) => isSeen(event))
  const moments = Map.groupBy(seen, ({ event }) => event.at)
  return [...moments].map(([at, told]) => {
    const said = told.filter(({ event }) => !least.includes(event.type))
    return {
      kind: 'happened',
      by: null,
      at,
      events: (said.length > 0 ? said : told).map(({ event }) => event),
      seqs: told.map(({ seq }) => seq),
      exact: told
        .map(({ seq, text }) => `#${seq} ${new Date(at).toISOString()} ${text}`)
        .join('\n'),
    }
  })
}

function newsEntry(news: NewsFact): HistoryEntry {
  const told = parseItem(news.item)
  const { appliedAt, putAside, parkedWhy } = news
  return {
    kind: 'news',
    by: null,
    at: Date.parse(news.receivedAt),
    eventCode: news.eventCode,
    success: told ? told.success === 'true' : null,
    amount: told?.amount ? `${told.amount.currency} ${told.amount.value}` : null,
    state: appliedAt ? 'applied' : putAside ? 'put_aside' : parkedWhy ? 'parked' : 'waiting',
    exact: [
      `notification ${news.id}, received ${news.receivedAt}`,
      ...(appliedAt ? [`applied ${appliedAt}`] : []),
      ...(parkedWhy ? [`parked: ${parkedWhy}`] : []),
      maskedJson(news.item),
    ].join('\n'),
  }
}

const letterEntry = (mail: LetterFact): HistoryEntry => ({
  kind: 'letter',
  by: null,
  at: Date.parse(mail.createdAt),
  subject: mail.subject,
  recipient: mail.recipient,
  sentAt: mail.sentAt === null ? null : Date.parse(mail.sentAt),
  exact: [
    `mail ${mail.id}: ${mail.letter}, for ${mail.eventAt}, sent ${mail.sentAt ?? '–'}`,
    mail.text,
  ].join('\n\n'),
})

/** Whoever packs reads notes; what the shopper is called, or where they live, is on no note of theirs. */
const notesFor = ({ notes }: OrderInFull, sees: DeskSight): HistoryEntry[] =>
  notes.filter(({ kind }) => sees.shopper || kind === 'note').map(noteEntry)

const noteEntry = ({ id, kind, words, at }: NoteFact): HistoryEntry => ({
  kind: 'note',
  by: null,
  at: Date.parse(at),
  what: kind,
  words,
  exact: `${kind} ${id}, ${at}`,
})

/** What somebody did that no event, note or letter tells of. */
const doneEntry = ({ who, role, act, why, at }: DoneFact): HistoryEntry => ({
  kind: 'done',
  by: { who, why },
  at: Date.parse(at),
  act,
  exact: `${at} ${act} ${role} ${who}`,
})

function withDoer({ done }: OrderInFull, entry: HistoryEntry): HistoryEntry {
  if (entry.kind !== 'happened' && entry.kind !== 'note') return entry
  const found = done.find(({ at }) => Date.parse(at) === entry.at)
  return found ? { ...entry, by: { who: found.who, why: found.why } } : entry
}
