import { takesForm } from '@/app/api/form'
import { mayMail } from '@/app/api/limits'
import { missingPage } from '@/app/api/refusals'
import { seeOther, workAfterwards } from '@/app/api/responses'
import { parseSubscriptionId } from '@/lib/core/ids'
import { deps } from '@/lib/deps'
import { mailActLink, recipientOf } from '@/lib/flows/act/mail-act-link'

/** Mails a link that ends a subscription to its address, whoever asks. */
export const POST = takesForm(
  'subscriptions/[subscription]/link',
  async ({ params, locale }) => {
    const subscription = parseSubscriptionId(params.subscription ?? '')
    if (!subscription) return missingPage(locale)
    const act = { kind: 'end', subscription } as const
    const email = await recipientOf(deps(), act)
    return email === null ? missingPage(locale) : { act, email }
  },
  async ({ act, email }, { request, locale }) => {
    await mailActLink(deps(), act, mayMail('act_link', { request, email }))
    workAfterwards()
    return seeOther(`/${locale}/subscriptions/${act.subscription}/end?sent=1`)
  },
)
