import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Mark } from '@/components/mark'
import { type DeskPage, deskPages, roleMay } from '@/lib/core/desk/roles'
import type { Locale } from '@/lib/core/locale'
import { deps } from '@/lib/deps'
import type { DeskPerson } from '@/lib/visitor/desk'
import { DeskForm } from './desk-form'
import { OtherLanguage } from './other-language'

/** The pages that the menu leads to, in its order; a page joins it once it is there. */
const menu = [
  ['admin', 'today'],
  ['admin/orders', 'orders'],
  ['admin/people', 'people'],
  ['admin/log', 'log'],
] as const satisfies readonly (readonly [DeskPage, string])[]

type Props = {
  readonly person: DeskPerson
  readonly locale: Locale
  readonly page: DeskPage
  /** The address of this very page. */
  readonly here: string
  readonly children: ReactNode
}

/** What is around every page of the desk: the pages that one's role has, and oneself. */
export async function DeskFrame({ person, locale, page, here, children }: Props) {
  const [t, shop] = await Promise.all([
    getTranslations({ locale, namespace: 'desk' }),
    getTranslations({ locale, namespace: 'shop' }),
  ])
  const seen = menu.filter(([each]) => roleMay(person.role, deskPages[each]))
  return (
    <>
      <a
        href="#content"
        className="absolute start-2 top-2 z-1 -translate-y-[200%] rounded-control bg-ink px-4 py-2 text-paper focus:translate-none"
      >
        {t('skip')}
      </a>
      <header className="border-line border-b bg-card">
        {deps().simulated && (
          <p className="bg-sun-soft px-4 py-1 text-center text-ink text-sm">{shop('demo')}</p>
        )}
        <div className="wide flex flex-wrap items-center gap-x-4 py-1">
          <a
            href="/admin"
            className="inline-flex min-h-11 items-center gap-2 font-bold font-display text-lg"
          >
            <Mark />
            {t('name')}
          </a>
          <nav
            aria-label={t('menu')}
            className="order-last -mx-3 flex w-full flex-wrap md:order-none md:mx-0 md:w-auto"
          >
            {seen.map(([each, name]) => (
              <a
                key={each}
                href={`/${each}`}
                aria-current={each === page ? 'page' : undefined}
                className="menu-link"
              >
                {t(`nav.${name}`)}
              </a>
            ))}
          </nav>
          <div className="ms-auto flex flex-wrap items-center">
            <a
              href="/admin/account"
              aria-current={page === 'admin/account' ? 'page' : undefined}
              className="menu-link"
            >
              {t('nav.account')}
            </a>
            <OtherLanguage locale={locale} here={here} />
            <DeskForm action="/api/desk/sign-out" locale={locale}>
              <button type="submit" className="menu-link last:me-0">
                {t('signOut')}
              </button>
            </DeskForm>
          </div>
        </div>
      </header>
      <main id="content" tabIndex={-1} className="wide grow py-6">
        {children}
      </main>
    </>
  )
}
