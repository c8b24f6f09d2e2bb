import { findMethod, methods, wallet } from '@/lib/adyen/methods'
import { methodWords as words } from '@/lib/i18n/going-live/method-words'
import type { AdyenSeen } from './adyen-seen'
import { type Finding, good, unseen, wrong } from './finding'
import { type FirstToMend, firstToMend, wordsOfUnoffered, wordsOfUnseen } from './first-to-mend'
import type { ShopSettings } from './shop-settings'

const METHODS_READ = 'Management API—Payment methods read'

/** KakaoPay, from being asked for to being offered, and what else there is. */
export function checkMethods(settings: ShopSettings, seen: AdyenSeen): Finding[] {
  const area = settings.adyen.environment === 'live' ? 'live' : 'test'
  const first = firstToMend(settings, seen)
  return [
    ...checkSetting(area, seen, first),
    checkOffered(area, seen.offered, first),
    checkSecond(seen.offered, first),
  ]
}

type Area = 'test' | 'live'

function checkSetting(
  area: Area,
  { methods: settings, offered }: AdyenSeen,
  first: FirstToMend,
): Finding[] {
  if (settings.kind === 'unseen') {
    const why = wordsOfUnseen(settings, METHODS_READ, first)
    return [
      unseen('kakaopay_asked', why),
      unseen('kakaopay_allowed', why),
      unseen('kakaopay_verified', why),
    ]
  }
  const found = settings.value.data.find(({ type }) => type === wallet.type)
  if (found === undefined) {
    const isOffered = offered.kind === 'seen' && offered.value.includes(wallet.type)
    return [
      isOffered
        ? unseen('kakaopay_asked', words.offered_but_unlisted(area))
        : wrong('kakaopay_asked', words.not_asked(area)),
      unseen('kakaopay_allowed', words.not_there),
      unseen('kakaopay_verified', words.not_there),
    ]
  }
  const { enabled = true, allowed = true, verificationStatus: status = 'pending' } = found
  return [
    good('kakaopay_asked', words.asked),
    enabled && allowed
      ? good('kakaopay_allowed', words.allowed)
      : wrong('kakaopay_allowed', enabled ? words.not_allowed : words.disabled),
    checkVerification(status),
  ]
}

function checkVerification(status: string): Finding {
  if (status === 'valid') return good('kakaopay_verified', words.verified)
  return status === 'pending'
    ? unseen('kakaopay_verified', words.pending)
    : wrong('kakaopay_verified', words.not_verified(status))
}

function checkOffered(area: Area, offered: AdyenSeen['offered'], first: FirstToMend): Finding {
  const id = 'kakaopay_offered'
  if (offered.kind === 'unseen') return unseen(id, wordsOfUnoffered(offered, first))
  return offered.value.includes(wallet.type)
    ? good(id, words.offered)
    : wrong(id, words.not_offered(area))
}

function checkSecond(offered: AdyenSeen['offered'], first: FirstToMend): Finding {
  const id = 'second_method'
  if (offered.kind === 'unseen') return unseen(id, wordsOfUnoffered(offered, first))
  const others = offered.value.filter((type) => type !== wallet.type && findMethod(type))
  if (others.length > 0) return good(id, words.second(others))
  const known = methods.map(({ type }) => type).filter((type) => type !== wallet.type)
  return wrong(id, words.no_second(known))
}
