import { getTranslations } from 'next-intl/server'
import { SubmitButton } from '@/components/submit-button'
import { WhatItDoes } from '@/components/what-it-does'
import type { Pieces } from '@/lib/core/goods/lines'
import type { Locale } from '@/lib/core/locale'
import type { CancelView } from '@/lib/views/cancel-order'

type Props = {
  readonly locale: Locale
  readonly view: CancelView
  readonly some: Extract<CancelView['some'], { problem: null }>
  readonly pieces: Pieces
  readonly link: string | null
  /** Sent twice it cancels once. */
  readonly wish: string
}

/** What cancelling these pieces does, and the last button. */
export async function ConfirmSome({ locale, view, some, pieces, link, wish }: Props) {
  const t = await getTranslations({ locale })
  const { amount } = some
  const again = link ? `?link=${link}` : ''
  return (
    <>
      <WhatItDoes
        effects={[
          [t('acts.goods'), t('acts.cancel.goods.some', { pieces: some.pieces })],
          [
            t('acts.money'),
            amount ? t('acts.cancel.money.some', { amount }) : t('acts.cancel.money.gone'),
          ],
        ]}
      />
      <form method="post" action={`/api/orders/${view.id}/cancel`} className="contents">
        <input type="hidden" name="locale" value={locale} />
        <input type="hidden" name="wish" value={wish} />
        {pieces.map(({ line, quantity }) => (
          <input key={line} type="hidden" name={`line-${line}`} value={quantity} />
        ))}
        {link && <input type="hidden" name="link" value={link} />}
        <SubmitButton busy={t('step.busy')} className="button">
          {t('acts.cancel.yesSome')}
        </SubmitButton>
      </form>
      <a href={`/${locale}/orders/${view.id}/cancel${again}`} className="button-plain">
        {t('acts.cancel.again')}
      </a>
    </>
  )
}
