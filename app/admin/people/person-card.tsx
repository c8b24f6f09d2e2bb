import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/lib/core/locale'
import type { PersonView } from '@/lib/views/desk/people'
import { deskTime } from '../parts/desk-time'
import { ManagePerson } from './manage-person'

type Props = {
  readonly locale: Locale
  readonly person: PersonView
  readonly isOneself: boolean
}

/** Somebody who works here, or was to. */
export async function PersonCard({ locale, person, isOneself }: Props) {
  const t = await getTranslations({ locale, namespace: 'desk' })
  const { email, role, bySetting, standing, seenAt, hasSecondFactor, mustHaveSecondFactor } = person
  const seen = seenAt ? t('people.seen', { when: deskTime(seenAt, locale) }) : t('people.never')
  return (
    <li className="flex flex-col gap-2 rounded-control border border-line bg-card p-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <p className="min-w-0 wrap-anywhere font-semibold">
          {email}
          {isOneself && <span className="font-normal text-quiet"> ({t('people.you')})</span>}
        </p>
        <p className={role === null ? 'text-quiet' : 'font-semibold'}>
          {bySetting
            ? t('people.bySetting')
            : standing.kind === 'removed'
              ? t('people.removed')
              : standing.kind === 'invitation_over'
                ? t('people.invitationOver')
                : role && t(`role.${role}`)}
        </p>
      </div>
      <p className="text-quiet text-sm">
        {standing.kind === 'invited'
          ? t('people.invitedUntil', { when: deskTime(standing.until, locale) })
          : seen}
        {' · '}
        {t('people.second')}: {hasSecondFactor ? t('people.secondOn') : t('people.secondOff')}
        {mustHaveSecondFactor && ` (${t('people.secondWanted')})`}
      </p>
      <ManagePerson locale={locale} person={person} />
    </li>
  )
}
