import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/lib/core/locale'
import { formatMoney, krw } from '@/lib/core/money'
import { deps } from '@/lib/deps'

type Props = { readonly locale: Locale; readonly className: string }

/** Delivery, returns and payment in short, with the way to the whole of it. */
export async function TermsInShort({ locale, className }: Props) {
  const t = await getTranslations({ locale, namespace: 'product' })
  const { fee, freeFrom, jejuSurcharge, islandSurcharge } = deps().shop.tariff
  const won = (minor: number) => formatMoney(krw(minor))
  return (
    <dl className={className}>
      <div className="flex flex-col gap-1">
        <dt className="font-bold">{t('delivery')}</dt>
        <dd>{t('deliveryFee', { fee: won(fee), freeFrom: won(freeFrom) })}</dd>
        <dd className="text-quiet">
          {t('deliveryFar', { jeju: won(jejuSurcharge), islands: won(islandSurcharge) })}
        </dd>
        <dd>
          <a href={`/${locale}/delivery`} className="text-link">
            {t('deliveryMore')}
          </a>
        </dd>
      </div>
      <div className="flex flex-col gap-1">
        <dt className="font-bold">{t('returns')}</dt>
        <dd>{t('returnsShort')}</dd>
        <dd>
          <a href={`/${locale}/returns`} className="text-link">
            {t('returnsMore')}
          </a>
        </dd>
      </div>
      <div className="flex flex-col gap-1">
        <dt className="font-bold">{t('payment')}</dt>
        <dd>{t('pay')}</dd>
      </div>
    </dl>
  )
}
