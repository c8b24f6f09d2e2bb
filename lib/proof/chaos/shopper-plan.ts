import type { Random } from '@/lib/proof/simulation/random'

/** What a shopper is going to do, and how Adyen will tell of it. Drawn before anything happens. */
export type ShopperPlan = {
  readonly name: string
  /** Milliseconds after the doors have opened. */
  readonly startsAfterMs: number
  readonly goods: Goods
  /** Buttons of the wallet, one for each attempt: as long as one is declined, the next is made. */
  readonly presses: readonly [PressedButton, ...PressedButton[]]
  readonly paysTwice: boolean
  /** How often the way back is opened: at once, after each other, or never. */
  readonly returns: 'once' | 'twice' | 'at the same time' | 'never'
  readonly cancels: 'never' | 'at once' | 'when paid' | 'while paying again'
  /** What others do with the money when it is there, and with the goods. */
  readonly afterwards: Afterwards
  readonly waitsForWalletMs: number
  /** Switches of the simulator for each of the shopper's payments. */
  readonly switches: ShopperSwitches
}

const afterwards = [
  'nothing',
  'two people refund',
  'refund there',
  'cancelled there',
  'never came',
  'disputed',
  'disputed and won',
  'sent in parts',
  'sent back',
  'exchanged',
] as const
type Afterwards = (typeof afterwards)[number]

type Goods = { readonly slug: string; readonly variant: string; readonly quantity: number }

export const pressedButtons = [
  'Approve',
  'Refuse',
  'Cancel',
  'Fail with an error',
  'Leave pending',
  'Leave received',
  'Approve without returning',
  'Close the window',
  'Cancel, then approve in the app',
] as const
export type PressedButton = (typeof pressedButtons)[number]

type ShopperSwitches = {
  readonly delayMs: number
  readonly duplicates: number
  readonly reorder: boolean
  readonly dropUntilRetry: number
  readonly cancel: 'OFFER_CLOSED' | 'AUTHORISATION'
  readonly refunds: 'ok' | 'refused' | 'failed_later' | 'reversed'
}

type Shelf = Pick<Goods, 'slug' | 'variant'>

// Some of it is plentiful, some of it only a few can have.
const shelves: readonly [Shelf, ...Shelf[]] = [
  { slug: 'yuja-preserve', variant: 'yuja-preserve' },
  { slug: 'pencil-set', variant: 'pencil-set-two' },
  { slug: 'chamoe-soap', variant: 'chamoe-soap' },
  { slug: 'beeswax-candle', variant: 'beeswax-candle-short' },
  { slug: 'gardenia-dishcloth', variant: 'gardenia-dishcloth' },
  { slug: 'wild-honey', variant: 'wild-honey' },
]

/** One shopper's plans; `withinMs` is how long the doors are open. */
export function generateShopperPlan(random: Random, number: number, withinMs: number): ShopperPlan {
  const { below, once, oneOf } = random
  return {
    name: `shopper ${number}`,
    startsAfterMs: below(withinMs),
    goods: { ...oneOf(shelves), quantity: oneOf([1, 1, 1, 2, 3]) },
    presses: generatePresses(random),
    paysTwice: once(3),
    returns: oneOf(['once', 'once', 'once', 'twice', 'at the same time', 'never']),
    cancels: oneOf([
      'never',
      'never',
      'never',
      'never',
      'never',
      'when paid',
      'when paid',
      'at once',
      'while paying again',
    ]),
    afterwards: once(3) ? 'nothing' : oneOf(afterwards),
    waitsForWalletMs: below(2_500),
    switches: {
      delayMs: oneOf([0, 0, 200, 1_000, 1_000, 4_000]),
      duplicates: oneOf([0, 0, 1, 3]),
      reorder: once(3),
      dropUntilRetry: oneOf([0, 0, 0, 1, 2]),
      cancel: oneOf(['OFFER_CLOSED', 'AUTHORISATION']),
      refunds: oneOf(['ok', 'ok', 'ok', 'ok', 'refused', 'failed_later', 'reversed']),
    },
  }
}

const pays = 'Approve' as const

function generatePresses({ oneOf }: Random): ShopperPlan['presses'] {
  // Those who pay at once, those who are charged for what they had left, and everybody else.
  const first = oneOf<PressedButton>([
    pays,
    pays,
    'Cancel, then approve in the app',
    oneOf(pressedButtons),
    oneOf(pressedButtons),
  ])
  const second = oneOf([pays, pays, ...pressedButtons])
  return oneOf<ShopperPlan['presses']>([
    [first],
    [first, second],
    [first, second, oneOf(['Approve', 'Approve without returning'])],
  ])
}
