import { once } from 'node:events'
import { request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type ScratchDatabase, scratchDatabase } from '@/lib/proof/shop/scratch-database'
import { needsBuild, type ShippedShop, startShippedShop } from '@/lib/proof/shop/shipped-shop'

/* Addresses that anybody can make up, at the shop as a merchant runs it. */

beforeEach(needsBuild)
let database: ScratchDatabase
let shop: ShippedShop | undefined
beforeAll(async () => {
  database = await scratchDatabase()
})
afterAll(async () => {
  await shop?.stop()
  await database.drop()
})

const FORM = { 'Content-Type': 'multipart/form-data; boundary=x' }
const FIELD = '--x\r\nContent-Disposition: form-data; name="$ACTION_ID_x"\r\n\r\n1\r\n--x--\r\n'

const look = async (path: string) => {
  shop ??= await startShippedShop({ DATABASE_URL: database.url })
  const response = await fetch(`${shop.origin}${path}`)
  await response.text()
  const { headers, status } = response
  return { status, from: headers.get('x-nextjs-cache'), kept: headers.get('cache-control') }
}

test.each(['products/x', 'collections/x', 'collections/x/by/price', 'collections/pantry/by/x'])(
  'what is not there is kept by nobody for more than a minute: %s',
  async (path) => {
    const missing = { status: 404, from: 'MISS', kept: 's-maxage=60' }
    expect(await look(`/ko/${path}`)).toEqual(missing)
    expect(await look(`/ko/${path}`)).toEqual(missing)
  },
)

test('what is put on sale is there at once, also where somebody has looked for it before', async () => {
  expect((await look('/ko/products/fresh')).status).toBe(404)
  await database.pool.query(
    `insert into products (id, slug, name_ko, name_en, description_ko, description_en, collection_id, position)
     select 'fresh', 'fresh', name_ko, name_en, description_ko, description_en, collection_id, 999
     from products where id = 'yuja-preserve'`,
  )
  await database.pool.query(
    `insert into variants (id, product_id, option_ko, option_en, price, stock, position)
     values ('fresh', 'fresh', '', '', 1000, 1, 999)`,
  )
  const until = Date.now() + 20_000
  while ((await look('/ko/products/fresh')).status !== 200 && Date.now() < until) await sleep(200)
  expect(await look('/ko/products/fresh')).toMatchObject({ status: 200, from: 'HIT' })
})

test.each(['/en', '/api', '/api/nothing', '/api/../en', '/api/%2e%2e%2fen'])(
  'nobody looks for a server action in a form that is sent to %s, or writes a line about it',
  async (path) => {
    await look('/ko')
    const asked = request(`${shop?.origin}`, { path, method: 'POST', headers: FORM })
    asked.end(FIELD)
    const [response] = await once(asked, 'response')
    response.resume()
    expect(response.statusCode).toBe(405)
    expect(shop?.said()).not.toContain('Server Action')
  },
)

test.each(['products/yuja-preserve', 'collections/pantry', 'terms'])(
  'what somebody asks with for a page is not shown to the next who looks at it: %s',
  async (page) => {
    shop ??= await startShippedShop({ DATABASE_URL: database.url })
    const drawn = async (path: string, headers = {}) => {
      const response = await fetch(`${shop?.origin}${path}`, { headers })
      expect(response.status).toBe(200)
      return response.text()
    }
    const asData = { RSC: '1' }
    await drawn(`/en/${page}?email=somebody%40example.com`)
    await drawn(`/ko/${page}?email=somebody%40example.com&_rsc`, asData)
    for (const language of ['en', 'ko'])
      for (const headers of [{}, asData])
        expect((await drawn(`/${language}/${page}`, headers)).includes('somebody')).toBe(false)
  },
)
