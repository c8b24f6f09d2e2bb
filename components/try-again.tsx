import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import type { Locale } from '@/lib/core/locale'
import { SubmitButton } from './submit-button'

type Props = {
  readonly locale: Locale
  readonly order: string
  readonly attempt: number
  readonly look: string
  /** How to pay: a hidden field, or the choice. */
  readonly children: ReactNode
}

/** Asks for one more attempt to pay an order. Its number makes two presses one. */
export async function TryAgain({ locale, order, attempt, look, children }: Props) {
  const t = await getTranslations({ locale, namespace: 'step' })
  return (
    <form method="post" action={`/api/orders/${order}/pay`} className="flex flex-col gap-4">
      <input type="hidden" name="attempt" value={attempt} />
      <input type="hidden" name="locale" value={locale} />
      {children}
      <SubmitButton busy={t('busy')} className={look}>
        {t('try_again')}
      </SubmitButton>
    </form>
  )
}
