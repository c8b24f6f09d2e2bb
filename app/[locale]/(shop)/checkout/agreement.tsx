import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/lib/core/locale'

type Props = { readonly locale: Locale; readonly mistaken: boolean }

/** Asked for every time: nobody has agreed to a purchase by having agreed to another. */
export async function Agreement({ locale, mistaken }: Props) {
  const t = await getTranslations({ locale, namespace: 'checkout' })
  const link = (to: string) => (words: React.ReactNode) => (
    <a href={`/${locale}/${to}`} target="_blank" rel="noopener" className="underline">
      {words}
    </a>
  )
  return (
    <div className="flex flex-col gap-1">
      <label className="choice border-transparent px-1">
        <input
          type="checkbox"
          id="agreement"
          name="agreement"
          value="yes"
          required
          aria-invalid={mistaken}
          aria-describedby={mistaken ? 'agreement-mistake agreement-note' : 'agreement-note'}
        />
        {t('agreement')}
      </label>
      {mistaken && (
        <p id="agreement-mistake" className="px-1 font-medium text-bad text-sm">
          {t('mistake.agreement.missing')}
        </p>
      )}
      <p id="agreement-note" className="px-1 text-quiet text-sm leading-7">
        {t.rich('agreementNote', {
          terms: link('terms'),
          returns: link('returns'),
          privacy: link('privacy'),
        })}
      </p>
    </div>
  )
}
