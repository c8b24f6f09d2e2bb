import type { Locale } from '@/lib/core/locale'
import type { AddressSearch } from '@/lib/flows/address/search-address'
import { findAddressWords } from '@/lib/i18n/find-address-words'

export type ReadableAddresses = {
  /** What to say of it, whatever came of it. */
  readonly said: string
  readonly addresses: readonly {
    readonly postcode: string
    readonly address: string
    /** The same place as the reader may know it better. */
    readonly also: string
  }[]
}

/** What was found, or why not, in the reader's language. Parcels go to the Korean address either way. */
export function readableAddresses(search: AddressSearch, locale: Locale): ReadableAddresses {
  const say = findAddressWords[locale]
  switch (search.kind) {
    case 'problem':
      return { said: say.problem[search.why], addresses: [] }
    case 'away':
      return { said: say.away, addresses: [] }
    case 'found':
      return {
        said: say.found(search.addresses.length, search.total),
        addresses: search.addresses.map(({ postcode, road, lot, english }) => ({
          postcode,
          address: road,
          also: locale === 'ko' ? lot : english,
        })),
      }
  }
}
