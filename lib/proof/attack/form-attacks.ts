import { POST as postCode } from '@/app/api/account/code/route'
import { POST as postKakao } from '@/app/api/account/kakao/route'
import { POST as postRemove } from '@/app/api/account/saved/remove/route'
import { POST as postRevoke } from '@/app/api/account/sessions/[session]/revoke/route'
import { POST as postSignIn } from '@/app/api/account/sign-in/route'
import { POST as postSignOut } from '@/app/api/account/sign-out/route'
import { POST as postAddresses } from '@/app/api/addresses/route'
import { POST as postCart } from '@/app/api/cart/route'
import { POST as postAddressStep } from '@/app/api/checkout/address/route'
import { POST as postDraft } from '@/app/api/checkout/draft/route'
import { POST as postGoOn } from '@/app/api/checkout/go-on/route'
import { POST as postHandOver } from '@/app/api/checkout/hand-over/route'
import { POST as postCheckout } from '@/app/api/checkout/route'
import { POST as postStay } from '@/app/api/checkout/stay/route'
import { POST as postAgain } from '@/app/api/orders/[order]/again/route'
import { POST as postCancel } from '@/app/api/orders/[order]/cancel/route'
import { POST as postLink } from '@/app/api/orders/[order]/link/route'
import { POST as postPay } from '@/app/api/orders/[order]/pay/route'
import { POST as postReturn } from '@/app/api/orders/[order]/return/route'
import { POST as postWithdraw } from '@/app/api/orders/[order]/withdraw/route'
import { POST as postFind } from '@/app/api/orders/find/route'
import type { routeLimits } from '@/app/api/route-limits'
import { POST as postAct } from '@/app/api/subscriptions/[subscription]/[act]/route'
import { POST as postEndLink } from '@/app/api/subscriptions/[subscription]/link/route'
import { POST as postSubscribe } from '@/app/api/subscriptions/route'
import type { Random } from '@/lib/proof/simulation/random'
import { deskTargets } from './desk-targets'
import { hugeForm } from './floods'
import { mutateFields, mutateText, oddText } from './fuzz-values'
import { type Attack, type Door, type KnownToAttacker, post } from './known'

const person = {
  name: '김노랑',
  email: 'attacker@example.com',
  phone: '010-1234-5678',
  postcode: '04524',
  address: '서울',
  addressDetail: '',
  agreement: 'yes',
  method: 'kakaopay',
  locale: 'ko',
}
const aLink = 'x'.repeat(22)

type DoorOfForm = Exclude<keyof typeof routeLimits, `webhooks/${string}` | 'return/[attempt]'>
type Target = readonly [
  door: unknown,
  fields: (known: KnownToAttacker) => Readonly<Record<string, string>>,
]

/** Every door that takes a form, and what our own page would send to it: the compiler names one that is forgotten. */
const targets: Readonly<Record<DoorOfForm, Target>> = {
  'account/code': [postCode, () => ({ email: 'attacker@example.com' })],
  'account/kakao': [postKakao, () => ({ next: '/ko/account' })],
  'account/saved/remove': [postRemove, ({ wallet }) => ({ wallet })],
  'account/sessions/[session]/revoke': [postRevoke, () => ({})],
  'account/sign-in': [postSignIn, () => ({ email: 'attacker@example.com', code: '123456' })],
  'account/sign-out': [postSignOut, () => ({})],
  addresses: [postAddresses, () => ({ addressKeyword: '한강대로 405' })],
  cart: [postCart, () => ({ variant: 'yuja-preserve', intent: 'add', quantity: '1' })],
  checkout: [
    postCheckout,
    ({ checkout }) => ({ ...person, checkout, attempt: '1', total: '15000' }),
  ],
  'checkout/address': [
    postAddressStep,
    () => ({ ...person, addressKeyword: '세종대로 110', chosen: 'yes' }),
  ],
  'checkout/draft': [postDraft, () => person],
  'checkout/go-on': [postGoOn, () => ({ locale: 'ko', link: aLink })],
  'checkout/hand-over': [postHandOver, () => person],
  'checkout/stay': [postStay, () => ({ locale: 'ko' })],
  ...deskTargets,
  'orders/[order]/again': [
    postAgain,
    ({ checkout, wallet }) => ({ checkout, wallet, total: '15000', consent: 'yes' }),
  ],
  'orders/[order]/cancel': [
    postCancel,
    () => ({ locale: 'ko', link: aLink, wish: aLink, 'line-1': '1' }),
  ],
  'orders/[order]/link': [postLink, () => ({ act: 'cancel' })],
  'orders/[order]/pay': [postPay, () => ({ attempt: '2', method: 'kakaopay' })],
  'orders/[order]/return': [postReturn, () => ({ reason: 'x', link: aLink })],
  'orders/[order]/withdraw': [postWithdraw, () => ({ claim: '1', link: aLink })],
  'orders/find': [postFind, () => ({ number: '20261123-4F7K', email: 'a@example.com' })],
  subscriptions: [
    postSubscribe,
    () => ({ ...person, plan: 'corn-tea-weekly', attempt: '1', total: '5900', price: '5900' }),
  ],
  'subscriptions/[subscription]/[act]': [
    postAct,
    () => ({ ...person, when: 'now', day: '2027-01-01', link: aLink }),
  ],
  'subscriptions/[subscription]/link': [postEndLink, () => ({ locale: 'ko' })],
}
const names = Object.keys(targets) as [DoorOfForm, ...DoorOfForm[]]

const acts = ['cancel', 'pause', 'resume', 'skip', 'stay', 'agree', 'move', 'address'] as const

const types = [
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'multipart/form-data',
  'application/json',
  'text/plain;charset=utf-7',
  '',
] as const

/** Where a form comes from: another site, our page in the browser that ordered, or our page in any other. */
type FormSource = 'another site' | 'who ordered' | 'somebody else'

/** A form that our own page could have sent, mutated. */
export function formAttack(random: Random, known: KnownToAttacker, from: FormSource): Attack {
  const name = random.oneOf(names)
  const [door, fields] = targets[name]
  const filled = mutateFields(random, fields(known), oddText) as Record<string, string>
  const encoded = new URLSearchParams(Object.entries(filled)).toString()
  const isFlood = random.once(30)
  const body = isFlood ? hugeForm(random) : random.once(3) ? mutateText(random, encoded) : encoded
  const type = random.once(3) ? random.oneOf(types) : types[0]
  const origin =
    from === 'another site' ? strangeOrigin(random) : { 'sec-fetch-site': 'same-origin' }
  const cookie = from === 'who ordered' ? known.cookie : plantedCookie(random, known)
  // Whoever signs out has nothing left to attack with.
  const worn = name === 'account/sign-out' ? `norang=${known.visitor}` : cookie
  const headers = { 'content-type': type, cookie: worn, ...origin }
  const odd = random.once(3) ? oddText(random) : null
  const { order, subscription, session } = known
  const params = {
    order: odd ?? order,
    subscription: odd ?? subscription,
    session: odd ?? session,
    person: odd ?? session,
    number: odd ?? '20261123-4F7K',
    act: random.once(8) ? oddText(random) : random.oneOf(acts),
  }
  const send = () => post(door as Door, headers, body, params)
  return { name: isFlood ? `${name}, flooded` : name, send }
}

const strangeOrigin = (random: Random) =>
  random.oneOf<Record<string, string>>([
    { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' },
    { 'sec-fetch-site': 'none' },
    { origin: 'null' },
    { origin: 'http://localhost.evil.example' },
    {},
  ])

/** What nobody of ours has signed, or for somebody else, or for another purpose. */
function plantedCookie(
  random: Random,
  { visitor, order, cookie, ownAccount }: KnownToAttacker,
): string {
  const odd = encodeURIComponent(oddText(random).toWellFormed())
  const [, signed = ''] = cookie.split(';')[0]?.split('=') ?? []
  const back = Buffer.from(`${order}:9999999999999`).toString('base64url')
  return random.oneOf([
    '',
    // Signed by us, for an account of the attacker's own.
    ownAccount,
    `${ownAccount}; norang=${visitor}`,
    `norang=${visitor}`,
    `norang=${odd}`,
    `norang=${encodeURIComponent(mutateText(random, signed).toWellFormed())}x`,
    `norang.back=${signed}`,
    `norang.back=${back}.${signed.split('.')[1]}`,
    `norang.back=${odd}`,
  ])
}
