import { connect, createServer } from 'node:net'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { scratchDatabase } from '@/lib/proof/shop/scratch-database'
import { freePort } from './port'
import { whenDatabaseIsReachable } from './when-database-is-reachable'

let database: Awaited<ReturnType<typeof scratchDatabase>>
beforeAll(async () => {
  database = await scratchDatabase()
})
afterAll(() => database.drop())

async function ask(url: string): Promise<number> {
  const client = new Client({ connectionString: url })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query<{ one: number }>('select 1 as one')
    return rows[0]?.one ?? 0
  } finally {
    await client.end().catch(() => undefined)
  }
}

const elsewhere = (url: string, change: Partial<URL>) => Object.assign(new URL(url), change).href

test('a shop that starts while its database is away is there when the database is', async () => {
  const port = await freePort()
  const url = elsewhere(database.url, { port: String(port) })
  const asked = whenDatabaseIsReachable(() => ask(url))
  await expect(ask(url)).rejects.toThrow('ECONNREFUSED')

  const { port: real } = new URL(database.url)
  const back = createServer((socket) => {
    const other = connect(Number(real), '127.0.0.1')
    socket.pipe(other).pipe(socket)
    for (const end of [socket, other]) end.on('error', () => undefined)
  })
  back.listen(port, '127.0.0.1')
  expect(await asked).toBe(1)
  back.close()
})

test('a connection that breaks while the shop starts is made again', async () => {
  let tries = 0
  const found = await whenDatabaseIsReachable(async () => {
    tries += 1
    if (tries === 1) throw new Error('Connection terminated unexpectedly')
    if (tries === 2) throw Object.assign(new Error('starting up'), { code: '57P03' })
    return tries
  })
  expect(found).toBe(3)
})

test('what the database refuses is said at once', async () => {
  const url = elsewhere(database.url, { password: 'wrong' })
  const began = Date.now()
  await expect(whenDatabaseIsReachable(() => ask(url))).rejects.toThrow('password')
  expect(Date.now() - began).toBeLessThan(5_000)
})

test('a database that stays away is said when the patience is over', async () => {
  const url = elsewhere(database.url, { port: String(await freePort()) })
  await expect(whenDatabaseIsReachable(() => ask(url), { patienceMs: 300 })).rejects.toThrow(
    'ECONNREFUSED',
  )
})
