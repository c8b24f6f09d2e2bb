import { getTranslations } from 'next-intl/server'
import { roles } from '@/lib/core/desk/roles'
import type { Locale } from '@/lib/core/locale'
import type { PersonView } from '@/lib/views/desk/people'
import { DeskForm } from '../parts/desk-form'

type Props = { readonly locale: Locale; readonly person: PersonView }

/** What an owner can do about somebody. All of it asks for a code where the last one is older than a quarter of an hour. */
export async function ManagePerson({ locale, person }: Props) {
  const t = await getTranslations({ locale, namespace: 'desk' })
  const { id, email, role, bySetting, standing, mustHaveSecondFactor, hasSecondFactor } = person
  const to = (act: string) => `/api/desk/people/${id}/${act}`
  const wishes = [
    mustHaveSecondFactor ? 'not_wanted' : 'wanted',
    ...(hasSecondFactor ? ['lost'] : []),
  ]
  const wishWords = {
    wanted: t('people.want'),
    not_wanted: t('people.wantNot'),
    lost: t('people.lost'),
  } as const
  if (role === null)
    return (
      <DeskForm action="/api/desk/people/invite" locale={locale}>
        <input type="hidden" name="email" value={email} />
        <input type="hidden" name="role" value={person.formerRole} />
        <button type="submit" className="button-plain button-small">
          {t('people.again')}
        </button>
      </DeskForm>
    )
  return (
    <details>
      <summary className="inline-link w-fit cursor-pointer py-2.5 text-sm">
        {t('people.more', { email })}
      </summary>
      <div className="flex flex-col gap-4 pt-3">
        {!bySetting && (
          <DeskForm action={to('role')} locale={locale} className="flex flex-wrap items-end gap-3">
            <label className="flex flex-col gap-1.5 font-semibold text-sm">
              {t('people.role')}
              <select name="role" defaultValue={role} className="field min-h-11 py-1 font-normal">
                {roles.map((each) => (
                  <option key={each} value={each}>
                    {t(`role.${each}`)}
                  </option>
                ))}
              </select>
            </label>
            <button type="submit" className="button-plain button-small">
              {t('people.change')}
            </button>
          </DeskForm>
        )}
        <div className="flex flex-wrap gap-3">
          {person.sessions > 0 && (
            <DeskForm action={to('sessions')} locale={locale}>
              <button type="submit" className="button-plain button-small">
                {t('people.endSessions')}
              </button>
            </DeskForm>
          )}
          {standing.kind === 'here' &&
            (['wanted', 'not_wanted', 'lost'] as const)
              .filter((wish) => wishes.includes(wish))
              .map((wish) => (
                <DeskForm key={wish} action={to('second-factor')} locale={locale}>
                  <input type="hidden" name="wish" value={wish} />
                  <button type="submit" className="button-plain button-small">
                    {wishWords[wish]}
                  </button>
                </DeskForm>
              ))}
        </div>
        {!bySetting && (
          <DeskForm
            action={to('remove')}
            locale={locale}
            className="flex flex-col items-start gap-2"
          >
            <p className="text-quiet text-sm">{t('people.removeExplain')}</p>
            <button type="submit" className="button-plain button-small text-bad">
              {t('people.remove')}
            </button>
          </DeskForm>
        )}
      </div>
    </details>
  )
}
