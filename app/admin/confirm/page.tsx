import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { deps } from '@/lib/deps'
import { readTyped } from '@/lib/flows/desk/drafts'
import { deskLocale } from '@/lib/visitor/desk'
import { CodeField } from '../parts/code-field'
import { DeskForm } from '../parts/desk-form'
import { deskPage, oneOf, type Query } from '../parts/desk-page'
import { News } from '../parts/news'

type Props = { readonly searchParams: Promise<Query> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations({ locale: await deskLocale(), namespace: 'desk.confirm' })
  return { title: t('heading') }
}

/** A code once more, before something that wants it. The form goes to the door that it was asked of, which goes on. */
export default async function ConfirmPage({ searchParams }: Props) {
  const query = await searchParams
  return deskPage({ page: 'admin/confirm', query }, async (person, locale) => {
    const draft = oneOf(query, 'draft') ?? ''
    const [t, waiting] = await Promise.all([
      getTranslations({ locale, namespace: 'desk.confirm' }),
      readTyped(deps(), person.session, draft),
    ])
    const fields = await getTranslations({ locale, namespace: 'desk.signIn' })
    return (
      <div className="mx-auto flex max-w-md flex-col gap-6">
        <h1 className="heading">{t('heading')}</h1>
        <News locale={locale} query={query} />
        {waiting === null ? (
          <p>{t('nothing')}</p>
        ) : (
          <div className="card flex flex-col gap-5">
            <p>{t('lead')}</p>
            <p className="wrap-anywhere">
              {person.hasSecondFactor ? t('app') : t('sent', { email: person.email })}
            </p>
            <DeskForm action={waiting.path} locale={locale} className="flex flex-col gap-5">
              <input type="hidden" name="draft" value={draft} />
              <CodeField
                label={fields('code')}
                hint={person.hasSecondFactor ? fields('secondHint') : fields('hint')}
                isMistaken={oneOf(query, 'problem') !== null}
                inputMode={person.hasSecondFactor ? 'text' : 'numeric'}
              />
              <button type="submit" className="button">
                {t('go')}
              </button>
            </DeskForm>
            {!person.hasSecondFactor && (
              <DeskForm action="/api/desk/confirm" locale={locale}>
                <input type="hidden" name="waiting" value={draft} />
                <button type="submit" className="button-plain button-small">
                  {t('again')}
                </button>
              </DeskForm>
            )}
          </div>
        )}
      </div>
    )
  })
}
