import type { OwnerAct } from '../core/asker'
import type { OrderId, SubscriptionId } from '../core/ids'
import { localeOr } from '../core/locale'
import { markSent, storeMail, storeSubscriptionMail } from '../db/mails'
import { findOrderRow } from '../db/orders'
import { findSubscriptionRow } from '../db/subscriptions'
import { composeActLink } from '../email/compose-act-link'
import { actLinkSecret } from '../flows/act/mail-act-link'
import type { LetterDeps } from './send-letter'

type Job = OwnerAct & { readonly event: number }

/**
 * Writes and sends the link of one act. A shop with a mail server keeps no copy, since what was mailed acts; without
 * one the mailbox is the only place to read it.
 */
export async function sendActLink(deps: LetterDeps, { event, ...act }: Job): Promise<void> {
  const letter = await letterFor(deps, act, event)
  if (letter === null) throw new Error(`a link for what is not there: ${JSON.stringify(act)}`)
  const { recipient, subject, html, text } = letter
  const about = {
    letter: `link_${act.kind}`,
    eventAt: new Date(event),
    recipient,
    subject,
    createdAt: new Date(await deps.clock.now()),
    ...(deps.sendMail === null ? { html, text } : { html: '', text: '' }),
  }
  const kept =
    act.kind === 'end'
      ? await storeSubscriptionMail(deps.db, { ...about, subscriptionId: act.subscription })
      : await storeMail(deps.db, { ...about, orderId: act.order })
  if (kept.sentAt !== null || deps.sendMail === null) return
  await deps.sendMail({ to: recipient, subject, html, text, id: `${kept.id}.${act.kind}` })
  await markSent(deps.db, kept.id, new Date(await deps.clock.now()))
}

async function letterFor(deps: LetterDeps, act: OwnerAct, event: number) {
  const about = await aboutOf(deps, act)
  if (about === null) return null
  const { recipient, locale, number, page } = about
  const secret = await actLinkSecret(deps, act, event)
  const url = `${deps.shop.baseUrl}/${locale}/${page}?link=${secret}`
  const { simulated } = deps
  return { recipient, ...composeActLink({ kind: act.kind, locale, number, url, simulated }) }
}

const pages = {
  cancel: (order: OrderId) => `orders/${order}/cancel`,
  claim: (order: OrderId) => `orders/${order}/return`,
  end: (subscription: SubscriptionId) => `subscriptions/${subscription}/end`,
} as const

async function aboutOf({ db }: LetterDeps, act: OwnerAct) {
  if (act.kind === 'end') {
    const row = await findSubscriptionRow(db, act.subscription)
    const page = pages.end(act.subscription)
    return row && { recipient: row.customer.email, locale: row.locale, number: null, page }
  }
  const row = await findOrderRow(db, act.order)
  const page = pages[act.kind](act.order)
  return (
    row && {
      recipient: row.customer.email,
      locale: localeOr(row.locale),
      number: row.number,
      page,
    }
  )
}
