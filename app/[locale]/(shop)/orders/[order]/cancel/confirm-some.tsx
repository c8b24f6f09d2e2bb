import { getTranslations } from 'next-intl/server'
import { SubmitButton } from '@/components/submit-button'
import { WhatItDoes } from '@/components/what-it-does'
import type { Pieces } from '@/lib/core/goods/lines'
import type { Locale } from '@/lib/core/locale'
import type { CancelView } from '@/lib/views/cancel-order'

type Some = Extract<CancelView['some'], { problem: null }>

type Props = {
  readonly locale: Locale
  readonly view: CancelView
  readonly some: Some
  readonly pieces: Pieces
  readonly link: string | null
  /** Sent twice it cancels once. */
  readonly wish: string
}

/** What cancelling these pieces does, and the last button. */
export async function ConfirmSome({ locale, view, some, pieces, link, wish }: Props) {
  const t = await getTranslations({ locale })
  const again = link ? `?link=${link}` : ''
  return (
    <>
      <WhatItDoes
        effects={[
          [t('acts.goods'), t('acts.cancel.goods.some', { pieces: some.pieces })],
          [t('acts.money'), await moneyText(locale, some)],
        ]}
      />
      <form method="post" action={`/api/orders/${view.id}/cancel`} className="contents">
        <input type="hidden" name="locale" value={locale} />
        <input type="hidden" name="wish" value={wish} />
        {pieces.map(({ line, quantity }) => (
          <input key={line} type="hidden" name={`line-${line}`} value={quantity} />
        ))}
        {some.wayThere && <input type="hidden" name="way" value={some.wayThere} />}
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

/** What goes back of it, and what does not, and why. */
async function moneyText(locale: Locale, { amount, wayThere }: Some): Promise<string> {
  const t = await getTranslations({ locale, namespace: 'acts.cancel.money' })
  if (wayThere === null) return amount === null ? t('gone') : t('some', { amount })
  return amount === null ? t('nothing', { wayThere }) : t('less', { wayThere, amount })
}
