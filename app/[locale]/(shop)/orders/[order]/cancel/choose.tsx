import { getTranslations } from 'next-intl/server'
import { Notice } from '@/components/notice'
import type { Locale } from '@/lib/core/locale'
import { parseCount } from '@/lib/core/typed/count'
import type { CancelView } from '@/lib/views/cancel-order'

type Props = {
  readonly locale: Locale
  readonly view: CancelView
  readonly link: string | null
  /** Goes along to the last button: what is chosen here is cancelled once. */
  readonly wish: string
  readonly problem: 'both' | 'no_pieces' | 'more_than_there_are' | 'all_of_it' | null
  /** What was typed before, by line. */
  readonly lines: ReadonlyMap<number, string>
  readonly isAll: boolean
}

/** The whole order, or how many of what. Nothing is changed by it: the next page says what it does. */
export async function Choose({ locale, view, link, wish, problem, lines, isAll }: Props) {
  const t = await getTranslations({ locale })
  const isSome = !isAll && lines.size > 0
  // Which of them it is: of all the rest, all.
  const isWrong = (typed: string | undefined, most: number) =>
    problem === 'more_than_there_are' ? (parseCount(typed ?? '') ?? 0) > most : problem !== null
  return (
    <>
      {problem && <Notice tone="bad">{t(`acts.cancel.problem.${problem}`)}</Notice>}
      <form
        method="get"
        action={`/${locale}/orders/${view.id}/cancel`}
        className="card flex flex-col gap-5"
      >
        {link && <input type="hidden" name="link" value={link} />}
        <input type="hidden" name="wish" value={wish} />
        {view.whole && (
          <fieldset className="flex min-w-0 flex-col gap-3">
            <legend className="heading mb-3">{t('acts.cancel.what')}</legend>
            <label className="choice">
              <input type="radio" name="what" value="all" required defaultChecked={isAll} />
              {t('acts.cancel.all')}
            </label>
            <label className="choice">
              <input type="radio" name="what" value="some" required defaultChecked={isSome} />
              {t('acts.cancel.some')}
            </label>
          </fieldset>
        )}
        <fieldset className="flex min-w-0 flex-col gap-3">
          <legend className="mb-2 font-semibold">{t('acts.cancel.howMany')}</legend>
          {view.lines.map(({ line, name, quantity }) => (
            <label key={line} className="flex items-center justify-between gap-3">
              <span className="min-w-0">
                {t('order.returns.line', { name, quantity: String(quantity) })}
              </span>
              <input
                type="text"
                inputMode="numeric"
                autoComplete="off"
                name={`line-${line}`}
                defaultValue={lines.get(line) ?? '0'}
                aria-invalid={isWrong(lines.get(line), quantity) || undefined}
                className="field w-20 shrink-0"
              />
            </label>
          ))}
        </fieldset>
        <button type="submit" className="button">
          {t('acts.cancel.next')}
        </button>
      </form>
    </>
  )
}
