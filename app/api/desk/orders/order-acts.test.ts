import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { allBooks } from '@/lib/core/books'
import { HOUR, MINUTE } from '@/lib/core/ids'
import { statusOf } from '@/lib/core/order'
import { findOrder, findOrderRow } from '@/lib/db/orders'
import type { AccountBrowser } from '@/lib/proof/shop/account-forms'
import { atTheDesk, invitedToDesk } from '@/lib/proof/shop/desk-people'
import { openShop, type TestShop } from '@/lib/proof/shop/shop'
import { aPaidNumberedOrder, type NumberedOrder } from '@/lib/proof/shop/typed-commands'
import { POST as postAddress } from './[number]/address/route'
import { POST as postAgain } from './[number]/again/route'
import { POST as postArrived } from './[number]/arrived/route'
import { POST as postCancel } from './[number]/cancel/route'
import { POST as postClaim } from './[number]/claim/route'
import { POST as postDelivered } from './[number]/delivered/route'
import { POST as postLook } from './[number]/look/route'
import { POST as postNote } from './[number]/note/route'
import { POST as postRefund } from './[number]/refund/route'
import { POST as postSend } from './[number]/send/route'
import { POST as postSettle } from './[number]/settle/route'
import { POST as postWrite } from './[number]/write/route'

/* What people of the shop do to an order from the desk: the doors, with the real database and the simulator behind. */

let shop: TestShop
let owner: AccountBrowser
let placed: NumberedOrder
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())
beforeEach(async () => {
  owner = await atTheDesk(shop)
  placed = await aPaidNumberedOrder(shop)
})

type Door = (
  request: Request,
  context?: { params: Promise<Record<string, string>> },
) => Promise<Response>
type Fields = Readonly<Record<string, string>>

const about = (door: Door) => (request: Request) =>
  door(request, { params: Promise.resolve({ number: placed.number }) })
const order = async () => {
  const found = await findOrder(shop.deps.db, placed.id)
  if (!found) throw new Error(`no order ${placed.id}`)
  return found
}
const money = async () => {
  const { kept, onItsWay, givenBack } = allBooks(await order())
  return [kept.minor, onItsWay.minor, givenBack.minor]
}
const seen = async () => {
  const { count } = await shop.deps.db
    .selectFrom('orderEvents')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('orderId', '=', placed.id)
    .executeTakeFirstOrThrow()
  return String(count)
}
/** As the page of the act draws it for whoever looks at the order now. */
const drawn = async (act: string, fields: Fields): Promise<Fields> => ({
  act,
  wish: shop.deps.newId(),
  seen: await seen(),
  ...fields,
})
const doAct = async (door: Door, act: string, fields: Fields, browser = owner) =>
  browser.send(about(door), await drawn(act, fields))
const log = () =>
  shop.deps.db
    .selectFrom('deskLog')
    .select(['who', 'role', 'act', 'why'])
    .where('about', '=', placed.number)
    .orderBy('id')
    .execute()
const orderPage = (more = '') => `/admin/orders/${placed.number}${more}`

const back = { what: 'part', amount: '3,000원', why: 'A scratch' }

test('₩3,000 are given back once, however often the same form is sent, and it is written down who did it', async () => {
  const form = await drawn('refund', back)
  expect((await owner.send(about(postRefund), form)).location).toBe(orderPage('?done=refund'))
  expect((await owner.send(about(postRefund), form)).location).toBe(orderPage('?done=known'))
  expect(await money()).toEqual([12_000, 3000, 0])
  expect(await log()).toEqual([
    { who: 'owner@example.com', role: 'owner', act: 'refund', why: '₩3,000, A scratch' },
  ])
})

test('of two people with a page each, the second reads what the first did, and what they typed stands', async () => {
  const [mine, theirs] = [await drawn('refund', back), await drawn('refund', back)]
  const manager = await invitedToDesk(
    shop,
    'manager',
    `m-${shop.deps.newId()}@example.com`.toLowerCase(),
  )
  const [one, other] = await Promise.all([
    owner.send(about(postRefund), mine),
    manager.send(about(postRefund), theirs),
  ])
  const told = [one.location, other.location].sort()
  expect(told[0]).toMatch(/\/refund\?draft=\w{22}&problem=changed$/)
  expect(told[1]).toBe(orderPage('?done=refund'))
  expect(await money()).toEqual([12_000, 3000, 0])
})

test('what was typed is looked at first, and nothing happens', async () => {
  const { location } = await doAct(postLook, 'refund', back)
  expect(location).toMatch(/\/refund\?draft=\w{22}$/)
  expect(await money()).toEqual([15_000, 0, 0])
})

test.each([
  ['more than there is', { ...back, amount: '15,001' }],
  ['no amount', { ...back, amount: 'all' }],
  ['no reason', { ...back, why: ' ' }],
  ['nothing chosen', { ...back, what: '' }],
])('%s changes nothing', async (_, fields) => {
  expect((await doAct(postRefund, 'refund', fields)).location).toMatch(/&problem=mistakes$/)
  expect(await money()).toEqual([15_000, 0, 0])
})

test('money asks for a code once the last is older than a quarter of an hour', async () => {
  await shop.deps.clock.advance(16 * MINUTE)
  const { location } = await doAct(postRefund, 'refund', back)
  expect(location).toMatch(/^\/admin\/confirm\?draft=\w{22}$/)
  expect(await money()).toEqual([15_000, 0, 0])
})

test('a packer sends a parcel and moves no money', async () => {
  const email = `p-${shop.deps.newId()}@example.com`.toLowerCase()
  const packer = await invitedToDesk(shop, 'packer', email)
  expect((await doAct(postRefund, 'refund', back, packer)).status).toBe(403)
  expect(await money()).toEqual([15_000, 0, 0])
  const parcel = { carrier: 'CJ', tracking: '1234-5678-9012', 'line-1': '1' }
  expect((await doAct(postSend, 'send', parcel, packer)).location).toBe(orderPage('?done=send'))
  expect((await order()).goods.parcels).toMatchObject([{ state: 'sent' }])
  expect((await log()).map(({ act, role }) => [act, role])).toEqual([['send_parcel', 'packer']])
})

test('goods are cancelled with their money, and the whole order too', async () => {
  const whole = await doAct(postCancel, 'cancel', { what: 'all', why: 'Broken in the store' })
  expect(whole.location).toBe(orderPage('?done=cancel'))
  expect(statusOf(await order())).toEqual({ status: 'cancelled', why: 'by_merchant' })
  expect(await money()).toEqual([0, 15_000, 0])
})

test('a claim goes from opening to money', async () => {
  await doAct(postSend, 'send', { carrier: 'CJ', tracking: '123456789012', 'line-1': '1' })
  await doAct(postDelivered, 'delivered', { parcel: '1' })
  const opened = { 'line-1': '1', ground: 'changed_mind', remedy: 'money', words: '' }
  expect((await doAct(postClaim, 'claim', opened)).location).toBe(orderPage('?done=claim'))
  await doAct(postArrived, 'arrived', { claim: '1', 'sellable-1': '1', 'damaged-1': '0' })
  const settled = { claim: '1', remedy: 'money', wayBack: '3000', wayThere: '' }
  expect((await doAct(postSettle, 'settle', settled)).location).toBe(orderPage('?done=settle'))
  expect(await money()).toEqual([3000, 12_000, 0])
  expect((await log()).map(({ act }) => act)).toEqual([
    'send_parcel',
    'note_delivery',
    'open_claim',
    'receive_goods',
    'settle_claim',
  ])
})

const address = {
  name: '이노랑',
  phone: '010-2222-3333',
  postcode: '06236',
  address: '서울특별시 강남구 테헤란로 1',
  addressDetail: '2층',
  deliveryNote: '',
  why: '',
}

test('the address is changed while the goods are here, and not once they have left', async () => {
  expect((await doAct(postAddress, 'address', address)).location).toBe(orderPage('?done=address'))
  const row = await findOrderRow(shop.deps.db, placed.id)
  expect(row?.customer).toMatchObject({ name: '이노랑', postcode: '06236', phone: '+821022223333' })
  expect((await log()).at(-1)).toMatchObject({ act: 'change_address', why: '' })
  await doAct(postSend, 'send', { carrier: 'CJ', tracking: '123456789012', 'line-1': '1' })
  const { location } = await doAct(postAddress, 'address', { ...address, name: '박노랑' })
  expect(location).toMatch(/&problem=too_late$/)
})

const mails = () =>
  shop.deps.db
    .selectFrom('mails')
    .select(['id', 'letter', 'text'])
    .where('orderId', '=', placed.id)
    .orderBy('id')
    .execute()

test('a letter is written to the shopper once, and one that was written goes out again', async () => {
  const form = await drawn('write', { words: 'We send it tomorrow.\nThank you.' })
  await owner.send(about(postWrite), form)
  await owner.send(about(postWrite), form)
  await shop.settle()
  const written = (await mails()).filter(({ letter }) => letter === 'written')
  expect(written).toHaveLength(1)
  expect(written[0]?.text).toContain('We send it tomorrow.')

  const receipt = (await mails()).find(({ letter }) => letter === 'paid')
  await doAct(postAgain, 'letter-again', { letter: String(receipt?.id), why: 'Lost' })
  await shop.settle()
  const receipts = (await mails()).filter(({ letter }) => letter === 'paid')
  expect(receipts.map(({ text }) => text)).toEqual([receipt?.text, receipt?.text])
})

test('a note is kept, and no shopper hears of it', async () => {
  const before = (await mails()).length
  await doAct(postNote, 'note', { words: 'Called: will be at home on Friday' })
  await shop.advance(HOUR)
  expect(await mails()).toHaveLength(before)
  const notes = await shop.deps.db
    .selectFrom('orderNotes')
    .select(['kind', 'words'])
    .where('orderId', '=', placed.id)
    .execute()
  expect(notes).toEqual([{ kind: 'note', words: 'Called: will be at home on Friday' }])
  expect((await log()).at(-1)).toMatchObject({ act: 'write_note', why: '' })
})
