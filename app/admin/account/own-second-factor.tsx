import { headers } from 'next/headers'
import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/lib/core/locale'
import { deps } from '@/lib/deps'
import type { DeskPerson } from '@/lib/visitor/desk'
import { CodeField } from '../parts/code-field'
import { DeskForm } from '../parts/desk-form'

type Props = {
  readonly locale: Locale
  readonly person: DeskPerson
  readonly isMistaken: boolean
}

/** Turning the code of an authenticator on and off. */
export async function OwnSecondFactor({ locale, person, isMistaken }: Props) {
  const t = await getTranslations({ locale, namespace: 'desk.account' })
  const drawn = await deps().desk.secondFactorToBe(person, await headers())
  return (
    <section aria-labelledby="second" className="card flex flex-col items-start gap-4">
      <h2 id="second" className="font-bold">
        {t('second')}
      </h2>
      <p className="text-quiet text-sm">{t('secondLead')}</p>
      {person.hasSecondFactor ? (
        <>
          <p className="font-semibold text-good">{t('isOn')}</p>
          <DeskForm action="/api/desk/account/second-factor/off" locale={locale}>
            <button type="submit" className="button-plain button-small">
              {t('off')}
            </button>
          </DeskForm>
        </>
      ) : drawn === null ? (
        <DeskForm action="/api/desk/account/second-factor/begin" locale={locale}>
          <button type="submit" className="button-plain button-small">
            {t('begin')}
          </button>
        </DeskForm>
      ) : (
        <>
          <div className="w-full">
            <p>{t('key')}</p>
            <p className="wrap-anywhere rounded-control bg-sun-soft px-4 py-3 font-mono font-semibold">
              {inFours(drawn.secret)}
            </p>
            <a href={drawn.uri} className="text-link">
              {t('openApp')}
            </a>
          </div>
          <div className="w-full">
            <p>{t('backup')}</p>
            <ul className="grid grid-cols-2 gap-1 pt-2 font-mono tabular-nums">
              {drawn.backupCodes.map((code) => (
                <li key={code}>{code}</li>
              ))}
            </ul>
          </div>
          <DeskForm
            action="/api/desk/account/second-factor/on"
            locale={locale}
            className="flex flex-col items-start gap-4"
          >
            <CodeField label={t('code')} hint={t('hint')} isMistaken={isMistaken} />
            <button type="submit" className="button">
              {t('on')}
            </button>
          </DeskForm>
        </>
      )}
    </section>
  )
}

const inFours = (key: string) => key.match(/.{1,4}/g)?.join(' ') ?? key
