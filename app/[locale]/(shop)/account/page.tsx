import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Frame } from '@/components/frame'
import { Notice } from '@/components/notice'
import { ownPath } from '@/lib/core/own-path'
import { deps } from '@/lib/deps'
import { accountView } from '@/lib/views/account'
import { readableEmail } from '@/lib/views/readable-email'
import { signInDraft } from '@/lib/visitor/sign-in-draft'
import { signedIn } from '@/lib/visitor/visitor'
import { localeIn } from '../../locale'
import { EnterCode } from './enter-code'
import { Orders } from './orders'
import { SavedWallets } from './saved-wallets'
import { Sessions } from './sessions'
import { SignIn } from './sign-in'
import { Subscriptions } from './subscriptions'

type Words = string | string[] | undefined
type Props = {
  readonly params: Promise<{ locale: string }>
  readonly searchParams: Promise<{
    step?: Words
    problem?: Words
    error?: Words
    done?: Words
    next?: Words
  }>
}

const problems = ['email', 'not_sent', 'digits', 'wrong', 'spent', 'kakao'] as const
const news = ['signed_out', 'revoked', 'removed'] as const

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: await localeIn(params), namespace: 'account' })
  return { title: t('heading') }
}

/** One's own orders and sessions; and for whoever is not signed in, the two steps of the sign-in. */
export default async function AccountPage({ params, searchParams }: Props) {
  const locale = await localeIn(params)
  const { step, problem: asked, error, done: told, next } = await searchParams
  const [t, who, draft] = await Promise.all([
    getTranslations({ locale, namespace: 'account' }),
    signedIn(),
    signInDraft(),
  ])
  const done = news.find((known) => known === told)
  const known = problems.find((each) => each === asked)
  // Kakao's way back says why in a second word.
  const problem = known === 'kakao' && error === 'email_not_found' ? 'kakao_email' : known
  const atCode = step === 'code' && draft.email !== ''
  const goingTo = ownPath(typeof next === 'string' ? next : null) ?? draft.next ?? ''
  const { simulated, accounts, db } = deps()
  const view = who && (await accountView(db, who))
  return (
    <Frame locale={locale} path={atCode ? '/account?step=code' : '/account'} simulated={simulated}>
      <div className="narrow flex flex-col gap-6">
        <h1 className="title">
          {view ? t('heading') : atCode ? t('code.heading') : t('signIn.heading')}
        </h1>
        {done && (
          <div className="-mb-6">
            <Notice tone="good">{t(`done.${done}`)}</Notice>
          </div>
        )}
        {problem && !view && (
          <div id="problem" className="-mb-6">
            <Notice tone="bad">{t(`problem.${problem}`)}</Notice>
          </div>
        )}
        {view ? (
          <>
            <section className="card flex flex-wrap items-center justify-between gap-4">
              <p className="min-w-0 wrap-anywhere">
                <span className="block text-quiet text-sm">{t('signedInAs')}</span>
                <span className="font-semibold">{view.email}</span>
              </p>
              <form method="post" action="/api/account/sign-out">
                <input type="hidden" name="locale" value={locale} />
                <button type="submit" className="button-plain button-small">
                  {t('signOut')}
                </button>
              </form>
            </section>
            {who && <Subscriptions locale={locale} shopper={who.shopper} />}
            {who && <SavedWallets locale={locale} shopper={who.shopper} />}
            <Orders locale={locale} view={view} />
            <Sessions locale={locale} sessions={view.sessions} />
          </>
        ) : atCode ? (
          <EnterCode
            locale={locale}
            email={readableEmail(draft.email)}
            next={goingTo}
            mistaken={problem === 'digits' || problem === 'wrong'}
          />
        ) : (
          <SignIn
            locale={locale}
            email={draft.email}
            next={goingTo}
            mistaken={problem === 'email'}
            withKakao={accounts.hasKakao}
          />
        )}
      </div>
    </Frame>
  )
}
