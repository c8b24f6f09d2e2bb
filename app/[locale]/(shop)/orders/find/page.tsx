import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Frame } from '@/components/frame'
import { Notice } from '@/components/notice'
import { deps } from '@/lib/deps'
import { findDraft } from '@/lib/visitor/find-draft'
import { localeIn } from '../../../locale'

type Props = {
  readonly params: Promise<{ locale: string }>
  readonly searchParams: Promise<{ sent?: string | string[]; problem?: string | string[] }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: await localeIn(params), namespace: 'find' })
  return { title: t('heading') }
}

/** For whoever lost the link: it is mailed, and never shown, so that a number alone opens nothing. */
export default async function FindOrderPage({ params, searchParams }: Props) {
  const locale = await localeIn(params)
  const { sent, problem } = await searchParams
  const typed = problem ? await findDraft() : null
  const t = await getTranslations({ locale, namespace: 'find' })
  return (
    <Frame locale={locale} path="/orders/find" simulated={deps().simulated}>
      <div className="narrow">
        <h1 className="title mb-6">{t('heading')}</h1>
        {sent && <Notice tone="good">{t('sent')}</Notice>}
        {problem && <Notice tone="bad">{t('fields')}</Notice>}
        <form
          method="post"
          action="/api/orders/find"
          // What a browser takes for an address of mail is less than what mail goes to.
          noValidate
          className="card flex flex-col gap-5"
        >
          <p className="text-quiet">{t('lead')}</p>
          <input type="hidden" name="locale" value={locale} />
          <label className="flex flex-col gap-1.5 font-semibold">
            {t('number')}
            <input
              name="number"
              required
              autoComplete="off"
              defaultValue={typed?.number}
              className="field w-full font-normal"
            />
          </label>
          <label className="flex flex-col gap-1.5 font-semibold">
            {t('email')}
            <input
              name="email"
              type="email"
              required
              autoComplete="email"
              defaultValue={typed?.email}
              className="field w-full font-normal"
            />
          </label>
          <button type="submit" className="button">
            {t('send')}
          </button>
        </form>
      </div>
    </Frame>
  )
}
