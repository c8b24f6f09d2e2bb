import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/lib/core/locale'
import type { Mistakes } from '@/lib/views/checkout-form'
import { MistakeLines } from './mistakes'

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
  const lines = places.flatMap((name) => {
    const found = mistakes[name]
    return found ? [{ name, found, words: wordsFor(t, name) }] : []
  })
  return <MistakeLines heading={t('problem.fields')} label={t('mistakes')} lines={lines} />
}

type Translate = Awaited<ReturnType<typeof getTranslations<'checkout'>>>

/** What is said about a field, whichever is wrong with it. */
export const wordsFor = (t: Translate, name: keyof Mistakes) => ({
  missing: t(`mistake.${name}.missing`),
  invalid: t(`mistake.${name}.invalid`),
})
