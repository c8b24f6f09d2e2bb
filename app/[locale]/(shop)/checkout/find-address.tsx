import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/lib/core/locale'
import { deps } from '@/lib/deps'
import { findAddressWords } from '@/lib/i18n/find-address-words'
import { AddressCombobox } from './address-combobox'

/** The search for an address, where the shop has one: within a form, and without JavaScript as a step of its own. */
export const FindAddress = ({ locale }: { readonly locale: Locale }) => (
  <>
    <FindWhileTyping locale={locale} />
    <FindInAStep locale={locale} />
  </>
)

async function FindWhileTyping({ locale }: { readonly locale: Locale }) {
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

/** A page of its own, which a button of the form leads to. */
async function FindInAStep({ locale }: { readonly locale: Locale }) {
  if (deps().juso === null) return null
  const t = await getTranslations({ locale, namespace: 'checkout' })
  return (
    <noscript>
      {/* Enter in a field is a press of the form's first button: it pays or keeps, as with the other one alone. */}
      <button type="submit" tabIndex={-1} aria-hidden="true" className="sr-only" />
      <button
        type="submit"
        formAction="/api/checkout/address"
        formNoValidate
        className="button-plain self-start"
      >
        {t('search.open')}
      </button>
    </noscript>
  )
}
