import { getTranslations } from 'next-intl/server'
import { FieldGroup } from '@/components/field-group'
import { type GivenGround, grounds, remedies } from '@/lib/core/goods/goods'
import type { Locale } from '@/lib/core/locale'
import type { ClaimMistakes } from '@/lib/views/claim-form'
import type { ClaimView } from '@/lib/views/order-acts'
import { Until } from '../until'

type GroundsProps = {
  readonly locale: Locale
  readonly view: Pick<ClaimView, 'lastDays' | 'lines'>
  readonly chosen: string | undefined
  readonly mistakes: ClaimMistakes | null
}

/** Why it comes back, and until when for which reason: what is over cannot be chosen. */
export async function Grounds({ locale, view, chosen, mistakes }: GroundsProps) {
  const t = await getTranslations({ locale, namespace: 'order.returns' })
  const { lastDays } = view
  const mayChangeMind = view.lines.some(({ ifChangedMind }) => ifChangedMind > 0)
  const mistake = mistakes?.ground ?? null
  const isOver = (ground: GivenGround) => ground === 'changed_mind' && !mayChangeMind
  return (
    <FieldGroup
      legend={t('ground')}
      describedBy={mistake ? 'ground-mistake' : undefined}
      className="gap-3 pt-3"
    >
      {grounds.map((ground) => (
        <label key={ground} className="choice">
          <input
            type="radio"
            name="ground"
            value={ground}
            required
            disabled={isOver(ground)}
            defaultChecked={ground === chosen && !isOver(ground)}
          />
          {t(`grounds.${ground}`)}
        </label>
      ))}
      {mistake && (
        <p id="ground-mistake" className="font-medium text-bad text-sm">
          {t(`mistake.ground_${mistake}`)}
        </p>
      )}
      {lastDays && <Until locale={locale} lastDays={lastDays} mayChangeMind={mayChangeMind} />}
    </FieldGroup>
  )
}

type RemediesProps = {
  readonly locale: Locale
  readonly chosen: string | undefined
  readonly mistake: ClaimMistakes['remedy']
}

export async function Remedies({ locale, chosen, mistake }: RemediesProps) {
  const t = await getTranslations({ locale, namespace: 'order.returns' })
  const preferred = remedies.find((remedy) => remedy === chosen) ?? 'money'
  return (
    <FieldGroup
      legend={t('remedy')}
      describedBy={mistake ? 'remedy-mistake' : undefined}
      className="gap-3 pt-3"
    >
      {remedies.map((remedy) => (
        <label key={remedy} className="choice">
          <input type="radio" name="remedy" value={remedy} defaultChecked={remedy === preferred} />
          {t(`remedies.${remedy}`)}
        </label>
      ))}
      {mistake && (
        <p id="remedy-mistake" className="font-medium text-bad text-sm">
          {t(`mistake.remedy_${mistake}`)}
        </p>
      )}
    </FieldGroup>
  )
}
