import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Log } from '@/lib/flows/deps'
import { openShop, type TestShop } from '@/lib/proof/shop/shop'
import { POST } from './route'
import { POST as postToken } from './tokens/route'

const key = '44782DEF547AAA06C910C43932B1EB0C71FC68D9D0C057550C48EC2ACF6BA056'
const older = '9064450A8892A093D9E97EFCC9639DE31B74F3A7803135555A3C96F5A57915D6'

let shop: TestShop
beforeAll(async () => {
  shop = await openShop({ ADYEN_HMAC_KEYS: ` ${key}, ${older} ` })
})
afterAll(() => shop.close())
beforeEach(() => shop.deps.db.deleteFrom('webhookInbox').execute())

type Item = Record<string, unknown> & { amount?: { currency: string; value: number } }

const plain: Item = {
  eventCode: 'AUTHORISATION',
  success: 'true',
  eventDate: '2026-11-23T12:00:00+09:00',
  merchantAccountCode: 'NorangSimulator',
  merchantReference: 'somebody-elses',
  pspReference: 'NC6HT9CRT65ZGN82',
  amount: { currency: 'KRW', value: 15000 },
}

/** Signed here, by hand, so that the shop's own signing is not its own judge. */
function signed(item: Item, hexKey = key): Item {
  const { pspReference, originalReference = '', merchantAccountCode, merchantReference } = item
  const { value = '', currency = '' } = item.amount ?? {}
  const fields = [
    pspReference,
    originalReference,
    merchantAccountCode,
    merchantReference,
    value,
    currency,
  ]
  const text = [...fields, item.eventCode, item.success].join(':')
  const hmacSignature = createHmac('sha256', Buffer.from(hexKey, 'hex'))
    .update(text)
    .digest('base64')
  return { ...item, additionalData: { hmacSignature } }
}

const deliver = (...items: unknown[]) =>
  send(
    JSON.stringify({
      live: 'false',
      notificationItems: items.map((item) => ({ NotificationRequestItem: item })),
    }),
  )
const send = (body: string, headers = {}) =>
  POST(new Request('http://localhost/api/webhooks/adyen', { method: 'POST', body, headers }))

const inbox = () => shop.deps.db.selectFrom('webhookInbox').selectAll().execute()
const owedJobs = () =>
  shop.deps.db.selectFrom('jobsDue').selectAll().where('name', '=', 'apply_notification').execute()

test('a signed notification is stored with its job, then accepted', async () => {
  const response = await deliver(signed(plain))
  expect(response.status).toBe(202)
  expect(await response.text()).toBe('[accepted]')
  expect(await inbox()).toMatchObject([{ eventCode: 'AUTHORISATION', reference: 'somebody-elses' }])
  expect(await owedJobs()).toHaveLength(1)
})

test('fifty copies at once are one', async () => {
  const responses = await Promise.all(Array.from({ length: 50 }, () => deliver(signed(plain))))
  expect(responses.every(({ status }) => status === 202)).toBe(true)
  expect(await inbox()).toHaveLength(1)
})

test('an event that nobody has heard of is accepted and kept', async () => {
  expect((await deliver(signed({ ...plain, eventCode: 'NEW_OF_2027' }))).status).toBe(202)
  expect(await inbox()).toHaveLength(1)
})

test('a cancellation without an amount is accepted', async () => {
  const { amount: _, ...without } = plain
  expect((await deliver(signed({ ...without, eventCode: 'CANCELLATION' }))).status).toBe(202)
})

test('the key that is being replaced is still good', async () => {
  expect((await deliver(signed(plain, older))).status).toBe(202)
})

test('text that Postgres cannot hold is kept all the same', async () => {
  expect(
    (await deliver(signed({ ...plain, merchantReference: 'a\0b', reason: '\0' }))).status,
  ).toBe(202)
  await shop.settle()
  expect(await inbox()).toMatchObject([{ parkedWhy: 'unknown_reference' }])
})

describe('what is refused is not stored', () => {
  test.each<[string, unknown[]]>([
    ['an unsigned notification', [plain]],
    ['a tampered amount', [{ ...signed(plain), amount: { currency: 'KRW', value: 1 } }]],
    [
      'a refusal turned into a success',
      [{ ...signed({ ...plain, success: 'false' }), success: 'true' }],
    ],
    ['another key', [signed(plain, 'AB'.repeat(32))]],
    ['one forged item among good ones', [signed(plain), { ...plain, pspReference: 'FORGED' }]],
    ['an item that is not one', [signed(plain), null]],
    ['an item without a psp reference', [{ ...signed(plain), pspReference: undefined }]],
  ])('%s: 401', async (_name, items) => {
    expect((await deliver(...items)).status).toBe(401)
    expect(await inbox()).toEqual([])
  })

  test.each(['', 'not json', 'null', '[]', '{}', '{"notificationItems":{}}', '"\\u0000"'])(
    '%j: 400',
    async (body) => {
      expect((await send(body)).status).toBe(400)
    },
  )

  test('more than 256 KiB: 413, whatever it claims', async () => {
    expect((await send('x'.repeat(256 * 1024 + 1))).status).toBe(413)
    expect((await send('{}', { 'content-length': '9999999' })).status).toBe(413)
  })
})

describe('whoever sets webhooks up reads in the log why one is refused', () => {
  const forged = JSON.stringify({ notificationItems: [{ NotificationRequestItem: plain }] })
  const doors = [
    ['ADYEN_HMAC_KEYS', POST],
    ['ADYEN_TOKEN_HMAC_KEYS', postToken],
  ] as const

  test.each(doors)(
    'once a minute, with nothing of what came, by the name of %s',
    async (keys, post) => {
      const lines = await refusedAt(post, {}, [forged, forged, forged])
      expect(lines).toHaveLength(1)
      expect(lines[0]).toContain(`not signed with a key of ${keys}`)
      expect(lines.join()).not.toMatch(/NC6HT9CRT65ZGN82|somebody-elses/)
    },
  )

  test.each(doors)(
    'Basic auth that is another is told from a key that is, beside %s',
    async (_, post) => {
      const user = { ADYEN_WEBHOOK_USERNAME: 'adyen', ADYEN_WEBHOOK_PASSWORD: 'sesame' }
      const lines = await refusedAt(post, user, [forged, forged])
      expect(lines).toHaveLength(1)
      expect(lines[0]).toContain('its Basic auth is not that of ADYEN_WEBHOOK_USERNAME')
      expect(lines.join()).not.toContain('sesame')
    },
  )

  async function refusedAt(post: typeof POST, settings: object, bodies: readonly string[]) {
    const other = await openShop({
      ADYEN_HMAC_KEYS: key,
      ADYEN_TOKEN_HMAC_KEYS: older,
      ...settings,
    })
    const lines: string[] = []
    const log: Log = (message, facts) => void lines.push(`${message} ${JSON.stringify(facts)}`)
    Reflect.set(globalThis, 'norang', { ...other.deps, log })
    for (const body of bodies) {
      const request = new Request('http://localhost/api', { method: 'POST', body })
      expect((await post(request)).status).toBe(401)
    }
    await other.close()
    return lines
  }
})

describe('JSON of odd shapes', () => {
  const wrapped = (item: string) => `[{"NotificationRequestItem":${item}}]`
  const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`
  const odd = ['{"toString":"x"}', '{"toString":{"valueOf":[]}}', 'null', '[true]', '1e999', deep]

  test('unsigned gets 401, wherever it stands', async () => {
    const bodies = odd.flatMap((value) => [
      `{"live":${value},"notificationItems":${wrapped(JSON.stringify(plain))}}`,
      `{"notificationItems":[${value}]}`,
      `{"notificationItems":${wrapped(value)}}`,
      `{"notificationItems":${wrapped(`{"amount":${value}}`)}}`,
      `{"notificationItems":${wrapped(`{"additionalData":{"hmacSignature":${value}}}`)}}`,
    ])
    for (const body of bodies) expect((await send(body)).status, body.slice(0, 90)).toBe(401)
    expect(await inbox()).toEqual([])
  })

  test.each(odd.map((live) => [live.slice(0, 30), live]))(
    'an environment of %s is none: what is signed is kept, and parked',
    async (_name, live) => {
      const items = wrapped(JSON.stringify(signed(plain)))
      expect((await send(`{"live":${live},"notificationItems":${items}}`)).status).toBe(202)
      await shop.settle()
      expect(await inbox()).toMatchObject([{ parkedWhy: 'wrong_environment' }])
    },
  )

  test('beside what is signed is kept, and keeps nobody from reading it', async () => {
    const item = JSON.stringify(signed(plain)).replace('{', `{"more":${deep},`)
    const body = `{"live":"false","notificationItems":${wrapped(item)}}`
    expect((await send(body)).status).toBe(202)
    await shop.settle()
    expect(await inbox()).toMatchObject([{ parkedWhy: 'unknown_reference' }])
  })

  test('an item that Adyen signed in a shape that we do not know is kept for a person', async () => {
    const { success: _, ...rest } = signed(plain)
    expect((await deliver({ ...rest, success: true })).status).toBe(202)
    await shop.settle()
    expect(await inbox()).toMatchObject([{ parkedWhy: 'not_understood' }])
  })
})

describe('a delivery of many', () => {
  const many = (count: number) =>
    Array.from({ length: count }, (_, each) => signed({ ...plain, pspReference: `MANY${each}` }))

  test('of 100 items is stored, of more: 413, and none is', async () => {
    expect((await deliver(...many(101))).status).toBe(413)
    expect(await inbox()).toEqual([])
    expect((await deliver(...many(100))).status).toBe(202)
    expect(await inbox()).toHaveLength(100)
  })

  test.each(['1', '{}', '""', '{"NotificationRequestItem":{}}'])(
    'of as many %s as it can hold keeps nobody waiting',
    async (item) => {
      const count = Math.floor((256 * 1024 - 30) / (item.length + 1))
      const body = `{"notificationItems":[${Array(count).fill(item)}]}`
      const began = process.cpuUsage()
      expect((await send(body)).status).toBe(413)
      expect(process.cpuUsage(began).user / 1000).toBeLessThan(100)
    },
  )
})

test('a test without items is accepted, and nothing is stored', async () => {
  expect((await deliver()).status).toBe(202)
  expect(await inbox()).toEqual([])
})

describe('when the webhook has a password', () => {
  let guarded: TestShop
  beforeAll(async () => {
    const password = { ADYEN_WEBHOOK_USERNAME: 'adyen', ADYEN_WEBHOOK_PASSWORD: 'geheim:한글' }
    guarded = await openShop({ ADYEN_HMAC_KEYS: key, ...password })
  })
  afterAll(() => guarded.close())
  const body = JSON.stringify({
    live: 'false',
    notificationItems: [{ NotificationRequestItem: signed(plain) }],
  })
  const basic = (text: string) => ({
    authorization: `Basic ${Buffer.from(text).toString('base64')}`,
  })

  test('it is asked for, and compared', async () => {
    expect((await send(body)).status).toBe(401)
    expect((await send(body, basic('adyen:wrong'))).status).toBe(401)
    expect((await send(body, basic('adyen:geheim:한글'))).status).toBe(202)
  })
})

test('when it cannot be stored, Adyen is asked to send it again', async () => {
  const broken = await openShop({ ADYEN_HMAC_KEYS: key })
  await broken.deps.db.schema.dropTable('webhookInbox').execute()
  const response = await deliver(signed(plain))
  await broken.close()
  expect(response.status).toBe(503)
})
