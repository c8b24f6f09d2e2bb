import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/lib/core/locale'

type Props = { readonly locale: Locale; readonly mistaken: boolean }

/** Asked for every time: nobody has agreed to a purchase by having agreed to another. */
export async function Agreement({ locale, mistaken }: Props) {
  const t = await getTranslations({ locale, namespace: 'checkout' })
  return (
    <div>
      <label className="choice border-transparent px-1">
        <input
          type="checkbox"
          name="agreement"
          value="yes"
          required
          aria-invalid={mistaken}
          aria-describedby={mistaken ? 'agreement-mistake' : undefined}
        />
        {t('agreement')}
      </label>
      {mistaken && (
        <p id="agreement-mistake" className="font-medium text-bad text-sm">
          {t('mistake.agreement.missing')}
        </p>
      )}
    </div>
  )
}
