import { getTranslations } from 'next-intl/server'
import { SubmitButton } from '@/components/submit-button'
import { WhatItDoes } from '@/components/what-it-does'
import type { Locale } from '@/lib/core/locale'
import type { CancelView } from '@/lib/views/cancel-order'

type Props = {
  readonly locale: Locale
  readonly view: CancelView
  readonly link: string | null
}

/** What cancelling the whole order does, and the last button. */
export async function Confirm({ locale, view, link }: Props) {
  const t = await getTranslations({ locale, namespace: 'acts' })
  const step = await getTranslations({ locale, namespace: 'step' })
  const { money, subscription } = view
  const amount = view.amount ?? ''
  return (
    <>
      <WhatItDoes
        effects={[
          [
            t('goods'),
            t(`cancel.goods.${money === 'none' || money === 'perhaps' ? money : 'back'}`),
          ],
          [t('money'), t(`cancel.money.${money}`, { amount })],
          ...(subscription
            ? [
                [
                  t('subscription'),
                  t(`cancel.subscription.${subscription.becomes}`, { what: subscription.what }),
                ] as const,
              ]
            : []),
        ]}
      />
      <form method="post" action={`/api/orders/${view.id}/cancel`} className="contents">
        <input type="hidden" name="locale" value={locale} />
        {link && <input type="hidden" name="link" value={link} />}
        <SubmitButton busy={step('busy')} className="button">
          {t('cancel.yes')}
        </SubmitButton>
      </form>
    </>
  )
}
