import type { OrderId, SubscriptionId } from '../core/ids'
import type { Db } from './connection'

export type NewMail = {
  readonly orderId: OrderId | null
  readonly letter: string
  readonly eventAt: Date
  readonly recipient: string
  readonly subject: string
  readonly html: string
  readonly text: string
  readonly createdAt: Date
}

export type MailRow = NewMail & { readonly id: number; readonly sentAt: Date | null }

/** Stores a letter about an order once for its event; the first one's row in either case. */
export async function storeMail(
  db: Db,
  mail: NewMail & { readonly orderId: OrderId },
): Promise<MailRow> {
  await db
    .insertInto('mails')
    .values({ ...mail, subscriptionId: null })
    .onConflict((conflict) => conflict.columns(['orderId', 'letter', 'eventAt']).doNothing())
    .execute()
  const row = await mailOfOrder(db, mail).executeTakeFirstOrThrow()
  return { ...row, orderId: mail.orderId }
}

type AboutOrder = Pick<MailRow, 'letter' | 'eventAt'> & { readonly orderId: OrderId }

/** Was this letter about an order stored before? */
export const isMailStored = async (db: Db, about: AboutOrder): Promise<boolean> =>
  (await mailOfOrder(db, about).executeTakeFirst()) !== undefined

const mailOfOrder = (db: Db, { orderId, letter, eventAt }: AboutOrder) =>
  db
    .selectFrom('mails')
    .selectAll()
    .where('orderId', '=', orderId)
    .where('letter', '=', letter)
    .where('eventAt', '=', eventAt)

export type NewSubscriptionMail = Omit<NewMail, 'orderId'> & {
  readonly subscriptionId: SubscriptionId
}

/** The same for a letter about a subscription. */
export async function storeSubscriptionMail(
  db: Db,
  mail: NewSubscriptionMail,
): Promise<NewSubscriptionMail & { readonly id: number; readonly sentAt: Date | null }> {
  await db
    .insertInto('mails')
    .values({ ...mail, orderId: null })
    .onConflict((conflict) =>
      conflict
        .columns(['subscriptionId', 'letter', 'eventAt'])
        .where('subscriptionId', 'is not', null)
        .doNothing(),
    )
    .execute()
  const row = await mailOfSubscription(db, mail).executeTakeFirstOrThrow()
  return { ...row, subscriptionId: mail.subscriptionId }
}

type AboutSubscription = Pick<NewSubscriptionMail, 'subscriptionId' | 'letter' | 'eventAt'>

/** Was this letter about a subscription stored before? */
export const isSubscriptionMailStored = async (
  db: Db,
  about: AboutSubscription,
): Promise<boolean> => (await mailOfSubscription(db, about).executeTakeFirst()) !== undefined

const mailOfSubscription = (db: Db, { subscriptionId, letter, eventAt }: AboutSubscription) =>
  db
    .selectFrom('mails')
    .selectAll()
    .where('subscriptionId', '=', subscriptionId)
    .where('letter', '=', letter)
    .where('eventAt', '=', eventAt)

/** Stores a letter that is about no order. */
export async function storeLooseMail(db: Db, mail: Omit<NewMail, 'orderId'>): Promise<void> {
  await db
    .insertInto('mails')
    .values({ ...mail, orderId: null, subscriptionId: null })
    .execute()
}

export async function markSent(db: Db, id: number, at: Date): Promise<void> {
  await db.updateTable('mails').set({ sentAt: at }).where('id', '=', id).execute()
}

/** The newest letters first: all, or those to one address. */
export const listMails = (db: Db, most: number, to: string | null) =>
  db
    .selectFrom('mails')
    .selectAll()
    .$if(to !== null, (letters) => letters.where('recipient', '=', to ?? ''))
    .orderBy('id', 'desc')
    .limit(most)
    .execute()
