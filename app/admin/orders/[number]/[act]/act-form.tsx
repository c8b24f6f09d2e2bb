import { Notice } from '@/components/notice'
import type { OrderAct } from '@/lib/core/desk/order-acts'
import type { ActMistakes } from '@/lib/core/desk/planned-act'
import type { Locale } from '@/lib/core/locale'
import { orderPageWords } from '@/lib/i18n/desk/order/page-words'
import type { DeskOrder } from '@/lib/views/desk/desk-order'
import { DeskForm } from '../../../parts/desk-form'
import { Fields } from './fields'
import { fieldsOf } from './fields-of'

type Props = {
  readonly locale: Locale
  readonly view: DeskOrder
  readonly act: OrderAct
  /** What was typed before, and what was drawn with the form. */
  readonly fields: Readonly<Record<string, string>>
  readonly mistakes: ActMistakes
}

/** What is to be done. Nothing is changed by it: the next page says what it does. */
export function ActForm({ locale, view, act, fields, mistakes }: Props) {
  const w = orderPageWords[locale]
  const all = fieldsOf(act, view, locale)
  const isWrong = Object.keys(mistakes).length > 0
  const shown = all.map(({ name }) => name)
  const elsewhere = Object.entries(mistakes).filter(
    ([name]) => !shown.some((each) => each === name || each.startsWith(`${name}-`)),
  )
  return (
    <DeskForm
      action={`/api/desk/orders/${view.number}/look`}
      locale={locale}
      className="card flex flex-col gap-5"
    >
      {isWrong && (
        <Notice tone="bad">
          {elsewhere.length > 0
            ? elsewhere.map(([, mistake]) => w.mistake[mistake]).join(' ')
            : w.mistakes}
        </Notice>
      )}
      {(['act', 'wish', 'seen'] as const).map((name) => (
        <input key={name} type="hidden" name={name} value={fields[name] ?? ''} />
      ))}
      <Fields all={all} typed={fields} mistakes={mistakes} words={w.mistake} />
      <button type="submit" className="button self-start">
        {w.form.next}
      </button>
    </DeskForm>
  )
}
