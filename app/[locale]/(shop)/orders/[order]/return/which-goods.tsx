import { getTranslations } from 'next-intl/server'
import { FieldGroup } from '@/components/field-group'
import type { Locale } from '@/lib/core/locale'
import type { ClaimMistakes } from '@/lib/views/claim-form'
import type { ClaimView } from '@/lib/views/order-acts'

type Props = {
  readonly locale: Locale
  readonly lines: ClaimView['lines']
  readonly typed: Readonly<Record<string, string>> | null
  readonly mistakes: ClaimMistakes | null
}

/** How many of what come back, each with what is wrong with its number. */
export async function WhichGoods({ locale, lines, typed, mistakes }: Props) {
  const t = await getTranslations({ locale, namespace: 'order.returns' })
  const wrong = mistakes?.pieces ?? null
  return (
    <FieldGroup
      legend={t('what')}
      describedBy={wrong ? 'pieces-mistake' : undefined}
      className="gap-3 pt-3"
    >
      {lines.map(({ line, name, quantity }) => {
        const mistake = mistakes?.lines.get(line)
        return (
          <div key={line}>
            <label className="flex items-center justify-between gap-3">
              <span className="min-w-0">{t('line', { name, quantity: String(quantity) })}</span>
              <input
                type="text"
                inputMode="numeric"
                autoComplete="off"
                name={`line-${line}`}
                defaultValue={typed?.[`line-${line}`] ?? quantity}
                aria-invalid={mistake !== undefined || wrong === 'none' || undefined}
                aria-describedby={mistake && `line-${line}-mistake`}
                className="field w-20 shrink-0"
              />
            </label>
            {mistake && (
              <p id={`line-${line}-mistake`} className="mt-1 font-medium text-bad text-sm">
                {t(`mistake.${mistake}`, { quantity: String(quantity) })}
              </p>
            )}
          </div>
        )
      })}
      {wrong && (
        <p id="pieces-mistake" className="font-medium text-bad text-sm">
          {t(`mistake.${wrong}`)}
        </p>
      )}
    </FieldGroup>
  )
}
