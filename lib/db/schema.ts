import type { Generated } from 'kysely'
import type { OwnerAct } from '../core/asker'
import type { Account } from '../core/books'
import type { Rhythm } from '../core/calendar'
import type { DayOffKind } from '../core/days/day-off'
import type { LogAct, PersonId, Role } from '../core/desk/roles'
import type { ClaimedState, SentState } from '../core/goods/standing'
import type {
  AttemptId,
  ClaimId,
  OrderId,
  ParcelId,
  PaymentId,
  RefundId,
  SavedMethodId,
  ShopperId,
  SubscriptionId,
  TokenId,
} from '../core/ids'
import type { Locale } from '../core/locale'
import type { OrderStatus } from '../core/order'
import type { SubscriptionStatus } from '../core/subscription'

/** What a saved wallet may be charged for: at fixed intervals, or whenever it was agreed. */
export type Agreement = 'subscription' | 'unscheduled'

/** recorded: an answer entered the order. unknown: asked in vain so far. */
export type ReturnVerdict = 'recorded' | 'invalid' | 'mismatch' | 'unknown'

/** Why there are more or fewer in stock. `unexplained`: changed in the database by other than the shop. */
export type StockReason =
  | 'opening'
  | 'demonstration'
  | 'put_aside'
  | 'sold_late'
  | 'given_back'
  | 'came_back'
  | 'promised_again'
  | 'changed'
  | 'counted'
  | 'unexplained'

/**
 * The tables as they are after all migrations. Amounts are whole won; times are UTC. Only this shop writes them, so
 * a column has the type of what is written into it, brands too. JSON is text here, and is parsed where it is read.
 */
export type Database = {
  settings: { key: string; value: string }
  products: {
    id: string
    slug: string
    nameKo: string
    nameEn: string
    descriptionKo: string
    descriptionEn: string
    collectionId: string
    position: number
    /** Found by its address only. */
    isHidden: Generated<boolean>
    /** Nothing is sent of what is not delivered, and no fee is due. */
    isDelivered: Generated<boolean>
    isVatFree: Generated<boolean>
  }
  collections: {
    id: string
    nameKo: string
    nameEn: string
    leadKo: string
    leadEn: string
    position: number
  }
  variants: {
    id: string
    productId: string
    optionKo: string
    optionEn: string
    price: number
    stock: number
    position: number
  }
  stockMoves: {
    id: Generated<number>
    variantId: string
    pieces: number
    why: StockReason
    orderId: OrderId | null
    who: string | null
    note: string | null
    once: string | null
    at: Generated<Date>
  }
  carts: {
    id: string
    checkoutId: string
    draft: string | null
    updatedAt: Date
    network: string | null
  }
  cartLines: { cartId: string; variantId: string; quantity: number; seenPrice: number }
  orders: {
    id: OrderId
    number: string
    checkoutId: string
    visitor: string
    shopper: ShopperId | null
    locale: string
    amount: number
    deliveryFee: number
    /** What of it was not asked for, and from how much on. Null: placed before that was kept. */
    waivedFee: number | null
    freeFrom: number | null
    parcel: string | null
    returnReason: string | null
    name: string
    email: string
    phone: string
    postcode: string
    address: string
    addressDetail: string
    deliveryNote: string
    status: OrderStatus['status']
    why: OrderStatus['why']
    kept: Generated<number>
    onItsWay: Generated<number>
    refunded: Generated<number>
    taken: Generated<number>
    createdAt: Date
    updatedAt: Date
    subscriptionId: SubscriptionId | null
    period: number | null
    reason: string | null
    putsAside: Generated<boolean>
    /** JSON: how many pieces of each variant lie on the shelf for it. */
    toBeSent: Generated<string>
    sent: SentState | null
    claimed: ClaimedState | null
    /** Its `updatedAt` when what lists want to know was written. */
    listedAt: Date | null
  }
  /** What it is found by: lib/db/desk/order-words.ts. */
  orderWords: { orderId: OrderId; words: string[] }
  parcels: { orderId: OrderId; id: ParcelId; carrier: string; tracking: string; at: Date }
  claims: { orderId: OrderId; id: ClaimId; words: string; at: Date }
  orderLines: {
    orderId: OrderId
    position: number
    variantId: string
    nameKo: string
    nameEn: string
    optionKo: string
    optionEn: string
    price: number
    quantity: number
    /** As its product was when it was ordered. */
    isVatFree: Generated<boolean>
  }
  ledger: {
    orderId: OrderId
    seq: number
    payment: PaymentId
    account: Account
    won: number
    at: Date
  }
  /** What a person of the shop wrote about an order: a note, a letter; which one went out again; the address that was before. */
  orderNotes: {
    id: string
    orderId: OrderId
    kind: 'note' | 'letter' | 'again' | 'address'
    words: string
    at: Date
  }
  orderEvents: { orderId: OrderId; seq: number; at: Date; event: string }
  attempts: {
    id: AttemptId
    orderId: OrderId
    number: number
    method: string
    reference: string
    idempotencyKey: string
    returnToken: string
    contents: string
    amount: number
    createdAt: Date
    answer: string | null
    answeredAt: Date | null
    resultCode: string | null
    refusalReason: string | null
    refusalCode: string | null
    returnedAt: Date | null
    agreement: Agreement | null
    shopper: ShopperId | null
    chargeToken: TokenId | null
    chargeTry: number | null
    refusalFinal: Generated<boolean>
    byOwner: boolean
    handedOver: Generated<boolean>
    /** What asked for it; null: nobody was there, or it was not noted. */
    device: string | null
  }
  payments: { payment: PaymentId; attemptId: AttemptId }
  savedMethods: {
    token: TokenId
    id: Generated<SavedMethodId>
    shopper: ShopperId
    method: string
    learntAt: Date
    goneAt: Date | null
  }
  plans: {
    id: string
    variantId: string
    quantity: number
    rhythm: Rhythm
    price: number
    firstPrice: number
    periods: number | null
    position: number
  }
  subscriptions: {
    id: SubscriptionId
    shopper: ShopperId
    planId: string
    terms: string
    customer: string
    locale: Locale
    visitor: string
    status: SubscriptionStatus
    isOver: Generated<boolean>
    token: TokenId | null
    dueAt: Date | null
    claimedAt: Date | null
    createdAt: Date
    updatedAt: Date
  }
  subscriptionEvents: { subscriptionId: SubscriptionId; seq: number; at: Date; event: string }
  returns: {
    id: Generated<number>
    attemptId: AttemptId
    digest: string
    redirectResult: string | null
    idempotencyKey: string
    createdAt: Date
    verdict: ReturnVerdict | null
    answeredAt: Date | null
  }
  refunds: {
    id: RefundId
    orderId: OrderId
    payment: PaymentId
    amount: number
    reference: string
    idempotencyKey: string
    createdAt: Date
    pspReference: string | null
    problem: string | null
  }
  webhookInbox: {
    id: Generated<number>
    fingerprint: string
    item: string
    live: string
    eventCode: string
    reference: string
    receivedAt: Date
    appliedAt: Date | null
    parkedWhy: string | null
    putAsideAt: Date | null
    note: string | null
    /** It came long before it could be applied: nobody is mailed about it. */
    isOld: Generated<boolean>
  }
  jobsDue: { id: Generated<number>; name: string; payload: string; dueAt: Date }
  mails: {
    id: Generated<number>
    orderId: OrderId | null
    subscriptionId: SubscriptionId | null
    letter: string
    eventAt: Date
    recipient: string
    subject: string
    html: string
    text: string
    createdAt: Date
    sentAt: Date | null
  }
  users: { id: string; email: string; emailVerified: boolean }
  sessions: {
    id: string
    userId: string
    token: string
    userAgent: string | null
    visitor: string | null
    expiresAt: Date
    createdAt: Date
  }
  shoppers: { id: ShopperId; userId: string; email: string; createdAt: Date }
  actLinks: {
    secret: string
    act: OwnerAct['kind']
    orderId: OrderId | null
    subscriptionId: SubscriptionId | null
    expiresAt: Date
    usedAt: Date | null
  }
  handOvers: {
    cartId: string
    secret: string
    checkoutId: string
    expiresAt: Date
    takenAt: Date | null
  }
  daysOff: { day: string; kind: DayOffKind }
  challenges: { id: string; code: string; tries: Generated<number>; expiresAt: Date }
  deskPeople: {
    id: PersonId
    name: string
    email: string
    emailVerified: boolean
    twoFactorEnabled: Generated<boolean>
    createdAt: Date
    updatedAt: Date
    /** Null: they enter only while the setting names them. */
    role: Role | null
    locale: Locale | null
    mustHaveSecondFactor: Generated<boolean>
    /** Until then an invitation can be taken up; null: it was. */
    invitedUntil: Date | null
    removedAt: Date | null
  }
  deskSessions: {
    id: string
    userId: PersonId
    token: string
    userAgent: string | null
    expiresAt: Date
    createdAt: Date
    beganAt: Date | null
    seenAt: Date | null
    confirmedAt: Date | null
    tries: Generated<number>
  }
  deskSecondFactors: { id: string; userId: PersonId; verified: boolean }
  deskDrafts: { id: string; sessionId: string; path: string; fields: string; expiresAt: Date }
  deskLog: {
    id: Generated<number>
    at: Date
    person: PersonId
    who: string
    role: Role
    act: LogAct
    about: string
    why: string
  }
}
