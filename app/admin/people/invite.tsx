import { getTranslations } from 'next-intl/server'
import { roles } from '@/lib/core/desk/roles'
import type { Locale } from '@/lib/core/locale'
import { DeskForm } from '../parts/desk-form'
import { oneOf, type Query } from '../parts/desk-page'

type Props = {
  readonly locale: Locale
  readonly query: Query
  readonly typed: Readonly<Record<string, string>>
}

/** Asks somebody in, as what they are to be. */
export async function Invite({ locale, query, typed }: Props) {
  const t = await getTranslations({ locale, namespace: 'desk' })
  const isMistaken = oneOf(query, 'problem') === 'email'
  return (
    <section aria-labelledby="invite" className="card flex flex-col gap-4">
      <h2 id="invite" className="font-bold">
        {t('people.invite')}
      </h2>
      <p className="text-quiet text-sm">{t('people.inviteLead')}</p>
      <DeskForm action="/api/desk/people/invite" locale={locale} className="flex flex-col gap-4">
        <label className="flex flex-col gap-1.5 font-semibold">
          {t('people.email')}
          <input
            name="email"
            type="email"
            required
            autoComplete="off"
            maxLength={200}
            defaultValue={typed.email}
            aria-invalid={isMistaken}
            aria-describedby={isMistaken ? 'problem' : undefined}
            className="field w-full font-normal"
          />
        </label>
        <fieldset className="flex flex-col gap-2">
          <legend className="mb-1.5 font-semibold">{t('people.role')}</legend>
          {roles.map((role) => (
            <label key={role} className="choice font-normal">
              <input
                type="radio"
                name="role"
                value={role}
                defaultChecked={role === (typed.role ?? 'packer')}
              />
              <span>
                <span className="block font-semibold">{t(`role.${role}`)}</span>
                <span className="text-quiet text-sm">{t(`people.what.${role}`)}</span>
              </span>
            </label>
          ))}
        </fieldset>
        <button type="submit" className="button">
          {t('people.send')}
        </button>
      </DeskForm>
    </section>
  )
}
