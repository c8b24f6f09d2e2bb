import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/lib/core/locale'

type Props = { readonly locale: Locale; readonly about: string | null }

/** Which lines are shown: by whom, or about what. The address says it, so that it can be passed on. */
export async function FilterLog({ locale, about }: Props) {
  const t = await getTranslations({ locale, namespace: 'desk.log' })
  return (
    <search>
      <form action="/admin/log" className="flex flex-wrap items-end gap-3">
        <label className="flex flex-col gap-1.5 font-semibold text-sm">
          {t('whoOrAbout')}
          <input
            name="q"
            type="search"
            autoComplete="off"
            defaultValue={about ?? ''}
            className="field min-h-11 w-72 py-1 font-normal"
          />
        </label>
        <button type="submit" className="button-plain button-small">
          {t('search')}
        </button>
        {about !== null && (
          <a href="/admin/log" className="text-link">
            {t('all')}
          </a>
        )}
      </form>
    </search>
  )
}
