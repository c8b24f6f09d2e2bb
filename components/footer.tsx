import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/lib/core/locale'
import { deps } from '@/lib/deps'
import { legalNames } from '@/lib/i18n/legal/shape'
import { Seller } from './seller-details'

type Props = {
  readonly locale: Locale
  /** The page around it, without its language: the same page in the other language. */
  readonly path: string
}

/** What Korean law wants on every page: who sells, and the way to the terms. */
export async function Footer({ locale, path }: Props) {
  const { business, simulated } = deps()
  const t = await getTranslations({ locale })
  return (
    <footer className="border-line border-t text-sm">
      <div className="wide flex flex-col gap-4 py-8">
        <nav aria-label={t('footer.menu')}>
          <ul className="-mx-3 flex flex-wrap">
            {legalNames.map((name) => (
              <li key={name}>
                {/* Korean practice: the privacy policy stands out among its neighbours. */}
                <a
                  href={`/${locale}/${name}`}
                  className={`footer-link ${name === 'privacy' ? 'font-extrabold text-ink' : ''}`}
                >
                  {t(`footer.${name}`)}
                </a>
              </li>
            ))}
            <li>
              <a href={`/${locale}/orders/find`} className="footer-link">
                {t('page.find')}
              </a>
            </li>
          </ul>
        </nav>
        <p className="text-quiet">{t('shop.footer')}</p>
        <Seller locale={locale} business={business} simulated={simulated} />
        <nav aria-label={t('footer.languages')} className="-mx-3 flex">
          <a href={`/ko${path}`} hrefLang="ko" lang="ko" className="footer-link">
            한국어
          </a>
          <a href={`/en${path}`} hrefLang="en" lang="en" className="footer-link">
            English
          </a>
        </nav>
      </div>
    </footer>
  )
}
