import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import type { Locale } from '@/lib/core/locale'
import type { FieldName } from '@/lib/core/typed/customer'
import type { CheckoutView } from '@/lib/views/checkout'
import { firstMistake, wordsFor } from './mistake-list'
import { JudgedInput, MistakeText } from './mistakes'

type Props = {
  readonly locale: Locale
  readonly view: Pick<CheckoutView, 'draft' | 'mistakes'>
  readonly name: FieldName
  /** What there is to say beneath the field besides. */
  readonly children?: ReactNode
}

/** What the browser should know about each field. The order is the one on the page. */
const attributes = {
  name: { autoComplete: 'name', required: true, maxLength: 100 },
  email: { type: 'email', autoComplete: 'email', inputMode: 'email', required: true },
  phone: { type: 'tel', autoComplete: 'tel', inputMode: 'tel', required: true },
  postcode: { autoComplete: 'postal-code', inputMode: 'numeric', required: true },
  address: { autoComplete: 'address-line1', required: true },
  addressDetail: { autoComplete: 'address-line2' },
  deliveryNote: { autoComplete: 'off' },
} as const satisfies Record<FieldName, React.ComponentProps<'input'>>

const hinted = ['email', 'phone', 'postcode', 'deliveryNote'] as const

/** A labelled field with its hint and, when it was wrong, what to do about it. */
export async function CheckoutField({ locale, view, name, children }: Props) {
  const t = await getTranslations({ locale, namespace: 'checkout' })
  const mistake = view.mistakes[name]
  const hint = hinted.find((field) => field === name)
  const note = hint ? t(`hint.${hint}`) : 'required' in attributes[name] ? null : t('optional')
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={name} className="font-semibold">
        {t(`field.${name}`)}
      </label>
      <JudgedInput
        {...attributes[name]}
        id={name}
        name={name}
        defaultValue={view.draft[name]}
        found={mistake ?? null}
        notes={note ? [`${name}-note`] : []}
        autoFocus={name === firstMistake(view.mistakes)}
        className={name === 'postcode' ? 'field w-40' : 'field w-full'}
      />
      {mistake && <MistakeText name={name} found={mistake} words={wordsFor(t, name)} />}
      {note && (
        <p id={`${name}-note`} className="text-quiet text-sm">
          {note}
        </p>
      )}
      {children}
    </div>
  )
}
