import type { Seen } from '@/lib/adyen/management'
import type { CheckWords } from '@/lib/i18n/going-live/check-names'
import { type ManagementRole, unseenWords } from '@/lib/i18n/going-live/unseen-words'
import type { AdyenSeen } from './adyen-seen'
import type { ShopSettings } from './shop-settings'

/** What keeps all else at Adyen from being seen: then it alone is to be mended, whatever the others answer. */
export type FirstToMend = 'key' | 'account' | 'checkout_role' | 'stand_in' | null

/** With the role for Checkout, its 403 is about the account. */
const NO_CHECKOUT_ROLE = '403 010'

export function firstToMend({ adyen }: ShopSettings, seen: AdyenSeen): FirstToMend {
  const { me, merchant, offered } = seen
  if (offered.kind === 'seen') return null
  const isSilent = [me, offered].every((each) => each.kind === 'unseen' && each.why === 'silent')
  if (isSilent) return adyen.apiOrigin === null ? null : 'stand_in'
  if ([me, offered].some((each) => each.kind === 'unseen' && each.why === 'unauthorised'))
    return 'key'
  if (merchant.kind === 'unseen' && isCompany(adyen.merchantAccount, me)) return 'account'
  if (offered.why !== 'forbidden') return null
  return offered.code === NO_CHECKOUT_ROLE ? 'checkout_role' : 'account'
}

/** Whether it is the name of the company above the merchant account. */
export const isCompany = (name: string, me: AdyenSeen['me']): boolean =>
  me.kind === 'seen' && me.value.companyName === name

type Missed = Extract<Seen<unknown>, { kind: 'unseen' }>

/** Why it could not be seen, and what would let us: what is first to be mended, else the role that it wants. */
export function wordsOfUnseen(
  { why, code }: Missed,
  role: ManagementRole,
  first: FirstToMend,
): CheckWords {
  switch (why) {
    case 'forbidden':
      return first === 'account' ? unseenWords.account : unseenWords.forbidden(role)
    case 'invalid':
      return first === 'account' ? unseenWords.account : unseenWords.invalid(code)
    case 'down':
      return unseenWords.down(code)
    case 'silent':
      return first === 'stand_in' ? unseenWords.stand_in : unseenWords.silent
    case 'unauthorised':
    case 'garbled':
      return unseenWords[why]
  }
}

/** The same of what shoppers are offered, which wants no role of the Management API. */
export function wordsOfUnoffered({ why, code }: Missed, first: FirstToMend): CheckWords {
  if (first === 'key') return unseenWords.unauthorised
  if (first !== null) return unseenWords[first]
  if (why === 'silent' || why === 'garbled') return unseenWords[why]
  return why === 'down' ? unseenWords.down(code) : unseenWords.invalid(code)
}
