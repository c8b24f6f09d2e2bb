import type { AccountSwitches } from '@/lib/simulator/account/account-switches'
import type { Answer } from '@/lib/simulator/answer'
import { offeredIn } from '@/lib/simulator/api/offered-methods'
import type { SimulatorConfig } from '@/lib/simulator/config'

/** GET /merchants/{merchantId}/paymentMethodSettings */
export function methodSettings({ merchantAccount }: SimulatorConfig, set: AccountSwitches): Answer {
  const data = offeredIn('KR', 'KRW').flatMap(({ type }, index) => {
    const state = stateOf(type, set)
    return state === null
      ? []
      : [
          {
            id: `PM${merchantAccount}${index}`,
            type: type === 'scheme' ? 'visa' : type,
            shopperInteraction: 'eCommerce',
            ...(type === 'scheme' ? {} : { countries: ['KR'], currencies: ['KRW'] }),
            ...state,
          },
        ]
  })
  return { status: 200, body: { itemsTotal: data.length, pagesTotal: 1, data } }
}

const well = { enabled: true, allowed: true, verificationStatus: 'valid' }

/** Null: nobody has asked for it. */
function stateOf(type: string, { kakaopaySetting, otherMethods }: AccountSwitches) {
  if (type === 'scheme') return well
  if (type !== 'kakaopay') return otherMethods === 'none' ? null : well
  switch (kakaopaySetting) {
    case 'valid':
      return well
    case 'absent':
      return null
    case 'disabled':
      return { ...well, enabled: false }
    case 'not_allowed':
      return { ...well, allowed: false }
    case 'pending':
    case 'invalid':
    case 'rejected':
      return { ...well, allowed: false, verificationStatus: kakaopaySetting }
  }
}
