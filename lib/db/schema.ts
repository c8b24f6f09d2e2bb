import type { Generated } from 'kysely'

/** The tables as they are after all migrations. Amounts are whole won; times are UTC. */
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
  carts: { id: string; checkoutId: string; draft: string | null; updatedAt: Date }
  cartLines: { cartId: string; variantId: string; quantity: number; seenPrice: number }
  orders: {
    id: string
    number: string
    checkoutId: string
    visitor: string
    shopper: string | null
    locale: string
    amount: number
    deliveryFee: number
    parcel: string | null
    returnReason: string | null
    name: string
    email: string
    phone: string
    postcode: string
    address: string
    addressDetail: string
    deliveryNote: string
    status: string
    why: string | null
    refunded: Generated<number>
    createdAt: Date
    updatedAt: Date
    subscriptionId: string | null
    period: number | null
    reason: string | null
  }
  orderLines: {
    orderId: string
    position: number
    variantId: string
    nameKo: string
    nameEn: string
    optionKo: string
    optionEn: string
    price: number
    quantity: number
  }
  orderEvents: { orderId: string; seq: number; at: Date; event: string }
  attempts: {
    id: string
    orderId: string
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
    returnedAt: Date | null
    agreement: string | null
    shopper: string | null
    chargeToken: string | null
    chargeTry: number | null
    refusalFinal: Generated<boolean>
  }
  payments: { payment: string; attemptId: string }
  savedMethods: {
    token: string
    shopper: string
    method: string
    learntAt: Date
    goneAt: Date | null
  }
  plans: {
    id: string
    variantId: string
    quantity: number
    rhythm: string
    price: number
    firstPrice: number
    periods: number | null
    position: number
  }
  subscriptions: {
    id: string
    shopper: string
    planId: string
    terms: string
    customer: string
    locale: string
    visitor: string
    status: string
    isOver: Generated<boolean>
    token: string | null
    dueAt: Date | null
    claimedAt: Date | null
    createdAt: Date
    updatedAt: Date
  }
  subscriptionEvents: { subscriptionId: string; seq: number; at: Date; event: string }
  returns: {
    id: Generated<number>
    attemptId: string
    digest: string
    redirectResult: string | null
    idempotencyKey: string
    createdAt: Date
    verdict: string | null
    answeredAt: Date | null
  }
  refunds: {
    id: string
    orderId: string
    payment: string
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
  }
  jobsDue: { id: Generated<number>; name: string; payload: string; dueAt: Date }
  mails: {
    id: Generated<number>
    orderId: string | null
    subscriptionId: string | null
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
    expiresAt: Date
    createdAt: Date
  }
  shoppers: { id: string; userId: string; email: string; createdAt: Date }
  wrongCodes: { email: string; tries: number; lastTry: Date }
}
