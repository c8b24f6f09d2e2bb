import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/lib/core/locale'
import type { Mistakes } from '@/lib/views/checkout-form'
import { firstMistake, wordsFor } from './mistake-list'
import { JudgedInput, MistakeText } from './mistakes'

type Props = { readonly locale: Locale; readonly mistakes: Mistakes }

const pages = ['terms', 'privacy', 'delivery', 'returns'] as const

/** Asked for every time: nobody has agreed to a purchase by having agreed to another. */
export async function TermsCheckbox({ locale, mistakes }: Props) {
  const t = await getTranslations({ locale, namespace: 'checkout' })
  return (
    <section aria-label={t('agreement')} className="card flex flex-col gap-3">
      <label htmlFor="agreement" className="choice">
        <JudgedInput
          id="agreement"
          type="checkbox"
          name="agreement"
          value="yes"
          required
          found={mistakes.agreement ?? null}
          notes={['agreement-text']}
          autoFocus={firstMistake(mistakes) === 'agreement'}
        />
        {t('agreement')}
      </label>
      {mistakes.agreement && (
        <MistakeText name="agreement" found={mistakes.agreement} words={wordsFor(t, 'agreement')} />
      )}
      <div className="text-quiet text-sm">
        <div id="agreement-text">
          <p>{t('agreeTo.intro')}</p>
          <ul className="list-disc ps-5">
            <li>{t('agreeTo.what')}</li>
            <li>{t('agreeTo.back')}</li>
            <li>{t('agreeTo.data')}</li>
          </ul>
        </div>
        <ul className="flex flex-wrap gap-x-4">
          {pages.map((page) => (
            <li key={page}>
              {/* Beside the form, so that nothing typed is left behind. */}
              <a
                href={`/${locale}/${page}`}
                target="_blank"
                rel="noopener"
                aria-describedby="new-tabs"
                className="text-link"
              >
                {t(`agreeTo.${page}`)}
              </a>
            </li>
          ))}
        </ul>
        <p id="new-tabs">{t('agreeTo.tabs')}</p>
      </div>
    </section>
  )
}
