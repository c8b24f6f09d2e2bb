import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/lib/core/locale'
import { deps } from '@/lib/deps'
import { findAddressWords } from '@/lib/i18n/find-address-words'
import { AddressCombobox } from './address-combobox'

/** The search for an address, where the shop has one. */
export async function FindAddress({ locale }: { readonly locale: Locale }) {
  if (deps().juso === null) return null
  const t = await getTranslations({ locale, namespace: 'checkout' })
  const { often, away } = findAddressWords[locale]
  const words = {
    label: t('search.label'),
    hint: t('search.hint'),
    results: t('search.results'),
    chosen: t('search.chosen'),
    slow: t('search.slow'),
    often,
    away,
  }
  return <AddressCombobox locale={locale} words={words} />
}

/** The same for who has no JavaScript: a page of its own, which the form's own button leads to. */
export async function FindAddressStep({ locale }: { readonly locale: Locale }) {
  if (deps().juso === null) return null
  const t = await getTranslations({ locale, namespace: 'checkout' })
  return (
    <noscript>
      {/* Enter in a field is a press of the form's first button: it pays, as with the other one alone. */}
      <button type="submit" tabIndex={-1} aria-hidden="true" className="sr-only" />
      <button type="submit" formAction="/api/checkout/address" className="button-plain self-start">
        {t('search.open')}
      </button>
    </noscript>
  )
}
