import { takesForm } from '@/app/api/form'
import { mayMail } from '@/app/api/limits'
import { missingPage } from '@/app/api/refusals'
import { seeOther, workAfterwards } from '@/app/api/responses'
import { parseOrderId } from '@/lib/core/ids'
import { deps } from '@/lib/deps'
import { mailActLink, recipientOf } from '@/lib/flows/act/mail-act-link'

const pages = { cancel: 'cancel', claim: 'return' } as const
const isKind = (text: string | undefined): text is keyof typeof pages =>
  text !== undefined && Object.hasOwn(pages, text)

/** Mails a link for one act to the address of the order, whoever asks. */
export const POST = takesForm(
  'orders/[order]/link',
  async ({ params, fields, locale }) => {
    const order = parseOrderId(params.order ?? '')
    const kind = fields.act
    if (!order || !isKind(kind)) return missingPage(locale)
    const act = { kind, order }
    const email = await recipientOf(deps(), act)
    return email === null ? missingPage(locale) : { act, email }
  },
  async ({ act, email }, { request, locale }) => {
    await mailActLink(deps(), act, mayMail('act_link', { request, email }))
    workAfterwards()
    return seeOther(`/${locale}/orders/${act.order}/${pages[act.kind]}?sent=1`)
  },
)
