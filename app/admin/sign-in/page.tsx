import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { deskPath } from '@/lib/core/desk/desk-path'
import { deps } from '@/lib/deps'
import { readableEmail } from '@/lib/views/readable-email'
import { deskLocale, deskPerson, deskSignInDraft } from '@/lib/visitor/desk'
import { oneOf, type Query } from '../parts/desk-page'
import { News } from '../parts/news'
import { SignInFrame } from '../parts/sign-in-frame'
import { DeskCode } from './desk-code'
import { DeskEmail } from './desk-email'
import { SecondFactor } from './second-factor'

/** Who the settings make the owner where nothing is set and no money moves. */
const DEMONSTRATION_OWNER = 'owner@example.com'

type Props = { readonly searchParams: Promise<Query> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations({ locale: await deskLocale(), namespace: 'desk.signIn' })
  return { title: t('heading') }
}

/** An address, then the mailed code, then what an authenticator shows, for whoever has one. */
export default async function DeskSignInPage({ searchParams }: Props) {
  const query = await searchParams
  const [person, locale, draft] = await Promise.all([deskPerson(), deskLocale(), deskSignInDraft()])
  const next = deskPath(oneOf(query, 'next')) ?? draft.next ?? ''
  if (person !== null) redirect(next || '/admin')
  const t = await getTranslations({ locale, namespace: 'desk.signIn' })
  const step = oneOf(query, 'step')
  const isMistaken = oneOf(query, 'problem') !== null
  const email = readableEmail(draft.email)
  const { desk, simulated } = deps()
  const isDemonstration = simulated && desk.owners.includes(DEMONSTRATION_OWNER)
  const words = new URLSearchParams({ ...(step && { step }), ...(next && { next }) }).toString()
  const here = words === '' ? '/admin/sign-in' : `/admin/sign-in?${words}`
  return (
    <SignInFrame locale={locale} here={here}>
      <h1 className="heading">{t('heading')}</h1>
      <News locale={locale} query={query} />
      {desk.owners.length === 0 && <p className="card">{t('nobody')}</p>}
      {step === 'second' ? (
        <SecondFactor locale={locale} next={next} isMistaken={isMistaken} />
      ) : step === 'code' && draft.email !== '' ? (
        <DeskCode locale={locale} email={email} next={next} isMistaken={isMistaken} />
      ) : (
        <DeskEmail
          locale={locale}
          email={draft.email}
          next={next}
          isMistaken={oneOf(query, 'problem') === 'email'}
        />
      )}
      {isDemonstration && (
        <p className="text-quiet text-sm">
          {t.rich('demonstration', {
            owner: DEMONSTRATION_OWNER,
            mailbox: (word) => (
              <a href="/simulator/mailbox" className="inline-link">
                {word}
              </a>
            ),
          })}
        </p>
      )}
    </SignInFrame>
  )
}
