import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/lib/core/locale'
import { Mark, PersonIcon, SearchIcon } from './mark'
import { shelves } from './window/shelves'

type Props = { readonly locale: Locale; readonly path: string; readonly simulated: boolean }

/** Who we are, the shelves, and the way to the cart. */
export async function Header({ locale, path, simulated }: Props) {
  const t = await getTranslations({ locale })
  const other = locale === 'ko' ? 'en' : 'ko'
  return (
    <header className="border-line border-b">
      {simulated && (
        <p className="bg-sun-soft px-4 py-1.5 text-center text-ink text-sm">{t('shop.demo')}</p>
      )}
      <div className="wide flex flex-wrap items-center gap-x-2 pt-2 md:gap-x-6 md:py-2">
        <a
          href={`/${locale}`}
          className="inline-flex min-h-11 items-center gap-1.5 font-bold font-display text-[1.375rem] leading-none tracking-[-0.03em] min-[24rem]:gap-2 min-[24rem]:text-[1.625rem]"
        >
          <Mark />
          {t('shop.name')}
        </a>
        <Shelves locale={locale} path={path} />
        <div className="ms-auto flex flex-wrap items-center">
          {!path.startsWith('/search') && <SmallSearch locale={locale} />}
          <a href={`/${locale}/cart`} className="menu-link">
            {t('page.cart')}
          </a>
          <a href={`/${locale}/account`} className="menu-link">
            <span className="sm:hidden">
              <PersonIcon />
            </span>
            <span className="sr-only sm:not-sr-only">{t('page.account')}</span>
          </a>
          <a href={`/${other}${path}`} hrefLang={other} lang={other} className="menu-link">
            {t('page.language')}
          </a>
        </div>
      </div>
    </header>
  )
}

async function Shelves({ locale, path }: Omit<Props, 'simulated'>) {
  const [t, all] = await Promise.all([getTranslations({ locale }), shelves(locale)])
  if (all.length === 0) return null
  return (
    <nav
      aria-label={t('page.menu')}
      className="order-last flex w-full flex-wrap py-1 -mx-3 md:mx-0 md:order-none md:w-auto"
    >
      {all.map(({ id, name }) => (
        <a
          key={id}
          href={`/${locale}/collections/${id}`}
          aria-current={path === `/collections/${id}` ? 'page' : undefined}
          className="menu-link last:me-0"
        >
          {name}
        </a>
      ))}
    </nav>
  )
}

/** A field where there is room for one, else the way to the page that has it. */
async function SmallSearch({ locale }: { readonly locale: Locale }) {
  const t = await getTranslations({ locale, namespace: 'search' })
  return (
    <search>
      <form action={`/${locale}/search`} className="me-2 hidden items-center lg:flex">
        <input
          type="search"
          name="q"
          aria-label={t('label')}
          autoComplete="off"
          maxLength={80}
          className="field min-h-11 w-44 rounded-e-none border-e-0 py-1"
        />
        <button
          type="submit"
          aria-label={t('find')}
          className="button-plain min-h-11 w-12 rounded-s-none px-0"
        >
          <SearchIcon />
        </button>
      </form>
      <a href={`/${locale}/search`} aria-label={t('find')} className="menu-link lg:hidden">
        <SearchIcon />
      </a>
    </search>
  )
}
