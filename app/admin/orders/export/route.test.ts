import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Role } from '@/lib/core/desk/roles'
import { atTheDesk, invitedToDesk } from '@/lib/proof/shop/desk-people'
import { openShop, type TestShop } from '@/lib/proof/shop/shop'
import { aVisitorWithACart, checkOut } from '@/lib/proof/shop/shopper'
import { approveInWallet } from '@/lib/proof/shop/subscriber'
import { GET } from './route'

/* The list as a file, for a person with a spreadsheet. */

let shop: TestShop
const cookies = new Map<Role, string>()
beforeAll(async () => {
  shop = await openShop()
  for (const name of ['=cmd|/c calc', '홍길동']) {
    const input = await aVisitorWithACart(shop)
    const customer = { ...input.customer, name, postcode: '04524', email: 'hong@example.com' }
    await approveInWallet(shop, await checkOut(shop, { ...input, customer }))
  }
  cookies.set('owner', (await atTheDesk(shop)).cookie())
  for (const role of ['manager', 'packer', 'accountant'] as const)
    cookies.set(role, (await invitedToDesk(shop, role, `${role}@example.com`)).cookie())
})
afterAll(() => shop.close())

const ask = (query: string, role: Role | null = 'owner') =>
  GET(
    new Request(`http://localhost/admin/orders/export${query}`, {
      headers: role === null ? {} : { cookie: cookies.get(role) ?? '' },
    }),
  )
const bytes = async (query: string) => new Uint8Array(await (await ask(query)).arrayBuffer())
const linesOf = async (query: string) =>
  new TextDecoder()
    .decode(await bytes(query))
    .trimEnd()
    .split('\r\n')
const log = () =>
  shop.deps.db.selectFrom('deskLog').select(['act', 'role', 'about', 'why']).orderBy('id').execute()

test('Excel in Korea opens it: a mark at its beginning, a line an order, amounts as numbers', async () => {
  const response = await ask('')
  expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  expect(response.headers.get('content-disposition')).toMatch(/orders-\d{4}-\d\d-\d\d\.csv/)
  expect([...(await bytes('')).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  const [head, ...rows] = await linesOf('')
  expect(head).toMatch(/^주문번호,주문일시,상태,/)
  expect(rows).toHaveLength(2)
  for (const row of rows)
    expect(row).toMatch(/^\d{8}-[A-Z\d]{4},[^,]+,결제 완료,.*,15000,15000,0,0,0,/)
})

test('people are in it only for whoever says why, and that is written down', async () => {
  expect((await linesOf('')).join()).not.toContain('홍길동')
  const refused = await ask('?people=yes&status=paid')
  expect(refused.status).toBe(303)
  expect(refused.headers.get('location')).toBe('/admin/orders?status=paid&problem=why')

  const all = (await linesOf('?people=yes&reason=택배사 접수')).join('\n')
  expect(all).toContain('홍길동')
  expect((await log()).at(-1)).toEqual({
    act: 'export_orders',
    role: 'owner',
    about: 'orders, with people',
    why: '택배사 접수',
  })
})

test('a name that Excel would run is text, and so are a phone and a postcode', async () => {
  const all = (await linesOf('?people=yes&reason=x')).join('\n')
  expect(all).toContain(",'=cmd|/c calc,")
  expect(all).not.toMatch(/(^|,)=/m)
  expect(all).toContain(',010-1234-5678,')
  expect(all).toContain(',04524\u00A0,')
})

test('it holds what the same address of the list shows', async () => {
  expect(await linesOf('?q=홍길동')).toHaveLength(2)
  expect(await linesOf('?status=cancelled')).toHaveLength(1)
  expect(await linesOf('?sort=oldest')).toHaveLength(3)
})

test.each(['packer', 'accountant'] as const)(
  'a %s gets none, which is written down',
  async (role) => {
    expect((await ask('?people=yes&reason=x', role)).status).toBe(403)
    expect((await log()).at(-1)).toMatchObject({ act: 'refused', role })
  },
)

test('whoever is not known goes to the sign-in', async () => {
  expect((await ask('', null)).headers.get('location')).toMatch(/^\/admin\/sign-in/)
})
