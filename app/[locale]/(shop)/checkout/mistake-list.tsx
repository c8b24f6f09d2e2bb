import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/lib/core/locale'
import type { Mistakes } from '@/lib/views/checkout-form'

/** Everything that can be wrong, in the order of the page. */
const places = [
  'name',
  'email',
  'phone',
  'postcode',
  'address',
  'addressDetail',
  'deliveryNote',
  'method',
  'agreement',
] as const satisfies readonly (keyof Mistakes)[]

/** Where the eye and the keyboard should go first; undefined when nothing is wrong. */
export const firstMistake = (mistakes: Mistakes) => places.find((place) => place in mistakes)

type Props = { readonly locale: Locale; readonly mistakes: Mistakes }

/** All that needs a second look, each leading to its field. */
export async function MistakeList({ locale, mistakes }: Props) {
  const t = await getTranslations({ locale, namespace: 'checkout' })
  return (
    <div role="alert" className="mb-6 rounded-control bg-bad-soft px-4 py-3 text-bad">
      <p className="font-semibold">{t('problem.fields')}</p>
      <ul className="mt-1 flex flex-col" aria-label={t('mistakes')}>
        {places.map((place) => {
          const mistake = mistakes[place]
          return (
            mistake && (
              <li key={place}>
                <a href={`#${place}`} className="text-link">
                  {t(`mistake.${place}.${mistake}`)}
                </a>
              </li>
            )
          )
        })}
      </ul>
    </div>
  )
}
