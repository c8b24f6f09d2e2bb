import { addressWords as words } from '@/lib/i18n/going-live/address-words'
import { doorOf } from './adyen-seen'
import { type Finding, good, unseen, wrong, wrongWhenLive } from './finding'
import { type Answered, healthIn, knock } from './knock'
import { isOnThisMachine, type ShopSettings } from './shop-settings'

/** What the public address answered to somebody who comes from outside. */
export type AddressSeen = {
  readonly health: Answered
  readonly window: Answered
  readonly cart: Answered
  readonly door: Answered
}

/** Knocks at the public address. It changes nothing there: what is sent to the door for webhooks is none. */
export async function seeAddress(settings: ShopSettings): Promise<AddressSeen> {
  const { baseUrl, adyen } = settings
  const user = adyen.webhookUser
  const credentials = user && Buffer.from(`${user.name}:${user.password}`).toString('base64')
  const [health, window, cart, door] = await Promise.all([
    knock(`${baseUrl}/api/health`),
    knock(`${baseUrl}/ko`),
    knock(`${baseUrl}/ko/cart`),
    knock(doorOf(settings), {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        ...(credentials === null ? {} : { Authorization: `Basic ${credentials}` }),
      },
      body: '{}',
    }),
  ])
  return { health, window, cart, door }
}

/** The public address, as whoever comes from outside meets it. */
export const checkAddress = (settings: ShopSettings, seen: AddressSeen): Finding[] => [
  checkHttps(settings, seen.health),
  checkHealth(settings, seen.health),
  checkPolicy(settings, seen),
  checkDoor(settings, seen.door),
]

function checkHttps({ baseUrl, adyen }: ShopSettings, health: Answered): Finding {
  if (!baseUrl.startsWith('https:')) return wrongWhenLive(adyen.environment)('https', words.http)
  return 'why' in health && health.isCertificate
    ? wrong('https', words.certificate(health.why))
    : good('https', words.https)
}

function checkHealth({ baseUrl }: ShopSettings, health: Answered): Finding {
  const id = 'address'
  // A shop on one's own machine need not run while one looks at its settings.
  if ('why' in health)
    return (isOnThisMachine(baseUrl) ? unseen : wrong)(id, words.silent(baseUrl, health.why))
  const said = healthIn(health)
  if (said === null) return wrong(id, words.theirs(baseUrl, health.status))
  return said === 'ok' ? good(id, words.ours(baseUrl)) : wrong(id, words.ill(baseUrl))
}

function checkPolicy({ adyen }: ShopSettings, { window, cart }: AddressSeen): Finding {
  const id = 'csp'
  if ('why' in cart || 'why' in window) return unseen(id, words.not_answered)
  const policy = policyOf(cart)
  const isOurs = /script-src[^;]*'nonce-/.test(policy) && WALLET.test(policy)
  if (!isOurs || !WALLET.test(policyOf(window))) return wrong(id, words.csp_missing)
  // That of cached pages is written down when the shop is built.
  return adyen.environment === 'live' && policyOf(window).includes('http://127.0.0.1')
    ? wrong(id, words.csp_not_live)
    : good(id, words.csp_right)
}

const policyOf = ({ headers }: { readonly headers: Headers }) =>
  headers.get('content-security-policy') ?? ''
/** Without it a browser stops the shopper on the way to the wallet. */
const WALLET = /form-action[^;]*kakaotalk:/

// What our door says to whoever sends nothing, or does not know the password that was set since it was started.
const OUR_WORDS = /not a notification|signature or the password/

function checkDoor({ baseUrl }: ShopSettings, door: Answered): Finding {
  const id = 'door'
  if ('why' in door)
    return isOnThisMachine(baseUrl)
      ? unseen(id, words.not_answered)
      : wrong(id, words.silent(baseUrl, door.why))
  if (OUR_WORDS.test(door.body)) return good(id, words.door_open)
  const to = door.headers.get('location')
  return to === null
    ? wrong(id, words.door_shut(door.status))
    : wrong(id, words.door_redirects(door.status, to))
}
