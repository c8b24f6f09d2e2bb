import type { Db } from '../db/connection'
import { listMails } from '../db/mails'

export type MailView = {
  readonly id: number
  readonly to: string
  readonly subject: string
  readonly at: string
  readonly text: string
  readonly html: string
}

const SHOWN = 100

/** The newest letters of the shop, or those to one address: where a demonstration shop's mail goes. */
export const mailboxView = async (db: Db, to: string | null): Promise<MailView[]> =>
  (await listMails(db, SHOWN, to)).map(({ id, recipient, subject, createdAt, text, html }) => ({
    id,
    to: recipient,
    subject,
    at: createdAt.toISOString(),
    text,
    html,
  }))
