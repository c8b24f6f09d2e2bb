import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/lib/core/locale'
import type { AccountView } from '@/lib/views/account'
import { inSeoul } from '../orders/[order]/in-seoul'

type Props = { readonly locale: Locale; readonly sessions: AccountView['sessions'] }

/** Where somebody is signed in, and a way to end each. */
export async function Sessions({ locale, sessions }: Props) {
  const t = await getTranslations({ locale, namespace: 'account.sessions' })
  return (
    <section aria-labelledby="sessions" className="card flex flex-col gap-3">
      <h2 id="sessions" className="heading">
        {t('heading')}
      </h2>
      <p className="text-quiet text-sm">{t('lead')}</p>
      <ul className="divide-y divide-line">
        {sessions.map(({ id, device, since, current }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3">
            <p id={`session-${id}`} className="min-w-0">
              <span className="block font-semibold">{device ?? t('unknown')}</span>
              <span className="text-quiet text-sm">
                {t('since', { when: inSeoul(since, locale) })}
              </span>
            </p>
            {current ? (
              <p className="font-semibold text-good">{t('current')}</p>
            ) : (
              <form method="post" action={`/api/account/sessions/${id}/revoke`}>
                <input type="hidden" name="locale" value={locale} />
                <button
                  type="submit"
                  aria-describedby={`session-${id}`}
                  className="button-plain button-small"
                >
                  {t('revoke')}
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
