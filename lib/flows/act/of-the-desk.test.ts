import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DeskAsker } from '@/lib/core/asker'
import type { Role } from '@/lib/core/desk/roles'
import { MINUTE, type OrderId, wishId } from '@/lib/core/ids'
import { krw } from '@/lib/core/money'
import { findOrderRow } from '@/lib/db/orders'
import { atTheDesk, invitedToDesk, OWNER } from '@/lib/proof/shop/desk-people'
import { openShop, type TestShop } from '@/lib/proof/shop/shop'
import { aRunningSubscription } from '@/lib/proof/shop/subscriber'
import { removePerson } from '../desk/change-people'
import { cancelOrder } from '../order/cancel-order'
import { recordParcel } from '../order/record-parcel'
import { refundOrder } from '../order/refund-order'
import { chargeForReason } from '../saved/charge-saved'

/* Somebody at the desk is known by their role in the transaction that acts, and what they did stands in the log. */

let shop: TestShop
let order: OrderId
let number: string
beforeAll(async () => {
  shop = await openShop()
  order = (await aRunningSubscription(shop)).first
  number = (await findOrderRow(shop.deps.db, order))?.number ?? ''
})
afterAll(() => shop.close())

async function askerIn(browser: { cookie(): string }): Promise<DeskAsker> {
  const person = await shop.deps.desk.person(new Headers({ cookie: browser.cookie() }))
  if (person === null) throw new Error('nobody is signed in')
  return { kind: 'person', person: person.id, session: person.session }
}
const as = async (role: Role) =>
  askerIn(await invitedToDesk(shop, role, `${role}-${shop.deps.newId()}@example.com`.toLowerCase()))
const owner = async () => askerIn(await atTheDesk(shop))
const refund = (asker: DeskAsker) =>
  refundOrder(shop.deps, asker, order, {
    wish: wishId(shop.deps.newId()),
    amount: krw(1_000),
    reason: 'A dent',
  })
const lastLine = async () =>
  shop.deps.db
    .selectFrom('deskLog')
    .select(['who', 'role', 'act', 'about', 'why'])
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()

test('an owner gives money back, and who, what and why stand in the log', async () => {
  expect(await refund(await owner())).toEqual({ kind: 'done' })
  const why = '₩1,000, A dent'
  expect(await lastLine()).toEqual({ who: OWNER, role: 'owner', act: 'refund', about: number, why })
})

test('a packer and an accountant move no money, and nothing of it is written', async () => {
  for (const role of ['packer', 'accountant'] as const) {
    const asker = await as(role)
    const before = await lastLine()
    const about = { order, amount: 1_000, reason: 'So', checkoutId: shop.deps.newId() }
    expect(await refund(asker)).toEqual({ kind: 'may_not' })
    expect(await cancelOrder(shop.deps, asker, order)).toBe('may_not')
    expect(await chargeForReason(shop.deps, asker, about)).toEqual({ kind: 'may_not' })
    expect(await lastLine()).toEqual(before)
  }
})

test('a code that is older than a quarter of an hour moves no money, but sends parcels', async () => {
  const asker = await as('manager')
  await shop.advance(16 * MINUTE)
  expect(await refund(asker)).toEqual({ kind: 'may_not' })
  const sent = await recordParcel(shop.deps, asker, number, { kind: 'sent', tracking: 'CJ 1' })
  expect(sent.kind).toBe('done')
  expect(await lastLine()).toMatchObject({ role: 'manager', act: 'send_parcel', about: number })
})

test('who was removed a moment ago may nothing, with the page still open', async () => {
  const asker = await as('manager')
  await removePerson(shop.deps, await owner(), asker.person)
  expect(await refund(asker)).toEqual({ kind: 'may_not' })
})

test('a session of somebody else makes nobody them', async () => {
  const asker = await as('packer')
  const stolen = { ...(await owner()), person: asker.person }
  expect(await refund(stolen)).toEqual({ kind: 'may_not' })
})
