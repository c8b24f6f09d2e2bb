import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/lib/core/locale'
import type { CheckoutView } from '@/lib/views/checkout'

type Props = { readonly locale: Locale; readonly view: CheckoutView }

/** All that is wrong, each a way to its field. */
export async function MistakesSummary({ locale, view }: Props) {
  const t = await getTranslations({ locale, namespace: 'checkout' })
  const wrong = Object.entries(view.mistakes) as [
    keyof typeof view.mistakes,
    'missing' | 'invalid',
  ][]
  return (
    <div role="alert" className="mb-6 rounded-control bg-bad-soft px-4 py-3 text-bad">
      <p className="font-bold">{t('problem.fields')}</p>
      <ul className="mt-1 flex flex-col">
        {wrong.map(([name, mistake]) => (
          <li key={name}>
            <a href={`#${name}`} className="inline-block py-2 underline">
              {t(`mistake.${name}.${mistake}`)}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
