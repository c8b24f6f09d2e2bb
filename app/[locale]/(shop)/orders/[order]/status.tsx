import { getTranslations } from 'next-intl/server'
import { ToneMark } from '@/components/tone-mark'
import type { Locale } from '@/lib/core/locale'
import type { OrderView } from '@/lib/views/order'
import { inSeoul } from './in-seoul'

type Props = { readonly locale: Locale; readonly view: OrderView }

const tones = {
  awaiting_payment: 'wait',
  confirming: 'wait',
  paid: 'good',
  refunded: 'good',
  cancelled: 'bad',
} as const satisfies Record<OrderView['status'], string>

/** Where the order stands, in a sentence that is read aloud when it changes. */
export async function Status({ locale, view }: Props) {
  const t = await getTranslations({ locale, namespace: 'order' })
  const standing = standingOf(view)
  const when = inSeoul(view.placedAt, locale)
  return (
    <div className="flex flex-col gap-5">
      <div>
        <h1 className="title">{t('heading', { number: view.number })}</h1>
        <p className="text-quiet">{t('placedAt', { when })}</p>
      </div>
      <div className="card flex items-start gap-4">
        <ToneMark tone={view.notSent ? 'wait' : tones[view.status]} />
        <div role="status" aria-live="polite">
          <p className="font-bold text-xl">{standing && t(`status.${standing}`)}</p>
          <p>{standing && t(`explain.${standing}`)}</p>
          {view.parcel === 'claimed' && view.mayClaim && <p className="mt-1">{t('claimRest')}</p>}
          {view.payAgain && <p className="mt-1">{t('notCertain')}</p>}
          {view.tracking && (
            <p className="mt-1">
              <span className="text-quiet">{t('parcel')}</span>{' '}
              <span className="font-semibold">{view.tracking}</span>
            </p>
          )}
          {view.refunded && view.status !== 'refunded' && (
            <p className="font-semibold">{t('refunded', { amount: view.refunded })}</p>
          )}
        </div>
      </div>
    </div>
  )
}

/** A paid order is where its parcel is, or why there is none; a cancelled one is what ended it. */
function standingOf({ status, end, parcel, notSent, isClaimHere }: OrderView) {
  if (notSent) return notSent
  if (status === 'cancelled') return end
  if (status === 'paid' && isClaimHere) return 'returning'
  return status === 'paid' && parcel !== 'here' ? parcel : status
}
