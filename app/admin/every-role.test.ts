import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { deskDoors } from '@/app/api/desk/desk-doors'
import { type DeskAct, deskPages, type Role, roleMay, roles } from '@/lib/core/desk/roles'
import { sendForm } from '@/lib/proof/shop/account-forms'
import { atTheDesk, invitedToDesk } from '@/lib/proof/shop/desk-people'
import { openShop, type TestShop } from '@/lib/proof/shop/shop'

/*
 * Every page and every door of the desk, through all roles and nobody. Both are found by their files: one that is in no
 * table fails here, whoever adds it.
 */

/** Pages that are there before it is known who asks. */
const beforeTheDoor = ['admin/sign-in']

const pages = globSync('app/admin/**/page.tsx')
  .map((path) => path.replace(/^app\/|\/page\.tsx$/g, ''))
  .filter((page) => !beforeTheDoor.includes(page))
  .sort()
const doors = globSync('app/api/desk/**/route.ts')
  .map((path) => path.replace(/^app\/api\/|\/route\.ts$/g, ''))
  .sort()

test('every page of the desk has its line in the table of pages', () =>
  expect(pages.filter((page) => page !== 'admin/[...path]')).toEqual(Object.keys(deskPages).sort()))

test('every door of the desk has its line in the table of doors', () =>
  expect(doors).toEqual(Object.keys(deskDoors).sort()))

test('every page asks by its own line', () => {
  const strangers = pages.filter((page) => {
    const text = readFileSync(`app/${page}/page.tsx`, 'utf8')
    return !text.includes(`page: '${page}'`) && page !== 'admin/[...path]'
  })
  expect(strangers).toEqual([])
})

let shop: TestShop
const cookies = new Map<Role, string>()
beforeAll(async () => {
  shop = await openShop()
  cookies.set('owner', (await atTheDesk(shop)).cookie())
  for (const role of roles.filter((each) => each !== 'owner'))
    cookies.set(role, (await invitedToDesk(shop, role, `${role}@example.com`)).cookie())
})
afterAll(() => shop.close())

const closed: [string, DeskAct][] = Object.entries(deskDoors).flatMap(([name, act]) =>
  act === 'anybody' ? [] : [[name, act]],
)

async function open(name: string, cookie: string) {
  const { POST } = await import(join(process.cwd(), `app/api/${name}/route.ts`))
  const context = { params: Promise.resolve({ person: 'x', order: 'x' }) }
  return sendForm((request) => POST(request, context), {}, { cookie })
}
const logged = async () =>
  (
    await shop.deps.db
      .selectFrom('deskLog')
      .select(['role', 'act', 'about'])
      .orderBy('id')
      .execute()
  ).at(-1)

describe.each(closed)('%s', (name, act) => {
  test('sends nobody to the sign-in', async () => {
    expect((await open(name, '')).location).toMatch(/^\/admin\/sign-in\?problem=ended/)
  })

  test.each(roles.filter((role) => !roleMay(role, act)))(
    'is closed to %s, who reads so, and it is written down',
    async (role) => {
      expect(await open(name, cookies.get(role) ?? '')).toMatchObject({ status: 403 })
      expect(await logged()).toEqual({ role, act: 'refused', about: name })
    },
  )

  test.each(roles.filter((role) => roleMay(role, act)))('is open to %s', async (role) => {
    const before = await logged()
    expect((await open(name, cookies.get(role) ?? '')).status).toBe(303)
    if ((await logged())?.act === 'refused') expect(await logged()).toEqual(before)
  })
})
