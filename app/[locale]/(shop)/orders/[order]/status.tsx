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
  const standing = view.status === 'cancelled' ? view.why : view.status
  const when = inSeoul(view.placedAt, locale)
  return (
    <div className="flex flex-col gap-5">
      <div>
        <h1 className="title">{t('heading', { number: view.number })}</h1>
        <p className="text-quiet">{t('placedAt', { when })}</p>
      </div>
      <div className="card flex items-start gap-4">
        <ToneMark tone={tones[view.status]} />
        <div role="status" aria-live="polite">
          <p className="font-bold text-xl">{standing && t(`status.${standing}`)}</p>
          <p>
            {standing === 'paid'
              ? t(`parcel.${view.parcel}`)
              : standing && t(`explain.${standing}`)}
          </p>
          {view.tracking && <p>{t('tracking', { tracking: view.tracking })}</p>}
          {view.refunded && view.status !== 'refunded' && (
            <p className="font-semibold">{t('refunded', { amount: view.refunded })}</p>
          )}
        </div>
      </div>
    </div>
  )
}
