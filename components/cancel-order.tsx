import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/lib/core/locale'
import { SubmitButton } from './submit-button'

type Props = { readonly locale: Locale; readonly order: string }

export async function CancelOrder({ locale, order }: Props) {
  const t = await getTranslations({ locale, namespace: 'step' })
  return (
    <form method="post" action={`/api/orders/${order}/cancel`} className="contents">
      <input type="hidden" name="locale" value={locale} />
      <SubmitButton busy={t('busy')} className="button-plain">
        {t('cancel_order')}
      </SubmitButton>
    </form>
  )
}
