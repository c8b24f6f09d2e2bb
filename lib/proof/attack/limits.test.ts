import { expect, test } from 'vitest'
import { POST as postCode } from '@/app/api/account/code/route'
import { POST as postFind } from '@/app/api/orders/find/route'
import { attacks } from '@/lib/proof/run/run-sizes'
import { sendForm } from '@/lib/proof/shop/account-forms'
import { mostOf } from '@/lib/proof/shop/limits'
import { openShop, type TestShop } from '@/lib/proof/shop/shop'
import { type Random, seededRandom } from '@/lib/proof/simulation/random'
import { addressIn, aliasOf, networkOfRange, wornBy } from './disguises'

/* One asker who looks like many gets no more than one does. */

const { seed } = attacks
// All within the time that is counted.
const count = Math.min(attacks.count / 10, 5000)
const MOST_MS = 3_600_000

type Ask = { readonly email: string; readonly headers: Record<string, string> }

/** How many of so many asks were let through; whoever is not is told when to try again. */
async function passedOf(asks: number, ask: (random: Random) => Ask, door = postCode) {
  let passed = 0
  for (let number = 0; number < asks; number++) {
    const { email, headers } = ask(seededRandom(seed * 1_000_003 + number))
    const { status } = await sendForm(door, { email, number: '20261123-4F7K' }, headers)
    expect([303, 429], `seed ${seed}, number ${number}`).toContain(status)
    if (status === 303) passed++
  }
  return passed
}

async function inShop(trustProxy: string, attack: (shop: TestShop) => Promise<void>) {
  const shop = await openShop({ RATE_LIMITS: 'on', TRUST_PROXY: trustProxy })
  await attack(shop).finally(() => shop.close())
}

const lettersOf = async ({ deps }: TestShop) =>
  (await deps.pool.query('select count(*)::int as letters from mails')).rows[0].letters
const anybody = (random: Random) => `${random.below(1e9)}@${random.below(1e9)}.example`
const HEADER = 'x-of-our-proxy'

test.each<[string, readonly string[] | string]>([
  ['IPv6 network', ['2001', 'db8', '1', '2']],
  ['IPv4 address', '192.0.2.7'],
])(
  'one %s in any guise has as many codes mailed as one may',
  (_, network) =>
    inShop(HEADER, async (shop) => {
      const passed = await passedOf(count, (random) => {
        const address = addressIn(network, random)
        const told = random.once(3)
          ? `${addressIn(networkOfRange(random), random)}, ${address}`
          : address
        return { email: anybody(random), headers: { ...wornBy(random), [HEADER]: told } }
      })
      expect(passed).toBe(mostOf('code', 'network'))
      expect(await lettersOf(shop)).toBe(passed)
    }),
  MOST_MS,
)

test(
  'where no proxy is named, no header makes one asker many',
  () =>
    inShop('none', async (shop) => {
      const passed = await passedOf(count, (random) => ({
        email: anybody(random),
        headers: { ...wornBy(random), [HEADER]: addressIn(networkOfRange(random), random) },
      }))
      expect(passed).toBe(mostOf('code', 'network'))
      expect(await lettersOf(shop)).toBe(passed)
    }),
  MOST_MS,
)

test(
  'one mailbox by any of its addresses, asked for from a whole range of networks, is mailed as often as one may be',
  () =>
    inShop(HEADER, async (shop) => {
      const passed = await passedOf(count, (random) => ({
        email: aliasOf('kimnorang', random),
        headers: { ...wornBy(random), [HEADER]: addressIn(networkOfRange(random), random) },
      }))
      expect(passed).toBe(mostOf('code', 'mailbox'))
      expect(await lettersOf(shop)).toBe(passed)
    }),
  MOST_MS,
)

test(
  'anybody by any mailbox from any network looks for orders that do not exist: nothing is mailed, and no letter is used up',
  () =>
    inShop(HEADER, async (shop) => {
      const most = mostOf('order_link', 'shop')
      const ask = (random: Random) => ({
        email: anybody(random),
        headers: { ...wornBy(random), [HEADER]: addressIn(networkOfRange(random), random) },
      })
      expect(await passedOf(most + 100, ask, postFind)).toBe(most + 100)
      await shop.settle()
      expect(await lettersOf(shop)).toBe(0)
      const asker = { network: null, mailbox: 'owner@example.com', browser: null, letter: 'link' }
      expect(await shop.deps.limiter?.take('order_link', asker)).toBeNull()
    }),
  MOST_MS,
)
