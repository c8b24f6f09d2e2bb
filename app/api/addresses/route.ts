import { readableAddresses } from '@/app/api/addresses/readable-addresses'
import { takesForm } from '@/app/api/form'
import { notFoundJson } from '@/app/api/refusals'
import { readKeyword } from '@/lib/core/typed/address-keyword'
import { deps } from '@/lib/deps'
import { searchAddress } from '@/lib/flows/address/search-address'

/** What is found while somebody types. By POST: an address is in no URL. */
export const POST = takesForm(
  'addresses',
  ({ fields, locale }) => {
    const { juso } = deps()
    if (juso === null) return notFoundJson()
    const typed = fields.addressKeyword ?? ''
    const read = readKeyword(typed)
    return read.kind === 'problem' ? json(readableAddresses(read, locale)) : { juso, typed }
  },
  async ({ juso, typed }, { locale }) => {
    const found = await searchAddress({ juso, log: deps().log }, typed)
    return json(readableAddresses(found, locale))
  },
)

const json = (body: object) => Response.json(body, { headers: { 'Cache-Control': 'no-store' } })
