import { afterAll, beforeAll, expect, test } from 'vitest'
import { attacks } from '@/lib/proof/run/run-sizes'
import type { TestShop } from '@/lib/proof/shop/shop'
import { type Random, seededRandom } from '@/lib/proof/simulation/random'
import { hidden, openAttackedShop } from './attacked-shop'
import { formAttack } from './form-attacks'
import type { Attack, KnownToAttacker } from './known'
import { signedAttack, signedTokenAttack, webhookAttack } from './notification-attacks'
import { returnAttack } from './return-attacks'
import { spentOn, worstOf } from './spent-on'
import { allOf, ownedIn } from './what-is-kept'

/*
 * Inputs that nobody would type, for every door that anybody can reach, one at a time. Never a 5xx, never a change by
 * what is not authenticated, never a secret in an answer or a log, and none that keeps the process from others for long.
 */

let shop: TestShop
let known: KnownToAttacker
let logged: string[]
const statuses = new Set<number>()
beforeAll(async () => {
  const attacked = await openAttackedShop()
  shop = attacked.shop
  known = attacked.known
  logged = attacked.logged
})
// What the shop asks of Adyen on the way is held against the specification; nonsense goes in by the doors.
afterAll(async () => {
  if (isCommand) console.table(worstOf())
  await shop.close()
})

async function lead(attack: Attack, what: string): Promise<void> {
  const { answer, ms } = await spentOn(attack, MOST_CPU_MS)
  const text = await answer.text()
  statuses.add(answer.status)
  expect(answer.status, what).toBeLessThan(500)
  expect(ms, `milliseconds of CPU for ${what}`).toBeLessThan(MOST_CPU_MS)
  const said = `${text}\n${JSON.stringify([...answer.headers])}\n${logged.splice(0).join('\n')}`
  expect(
    hidden.filter((secret) => said.includes(secret)),
    what,
  ).toEqual([])
}

const { count, seed, isCommand } = attacks
// Most comes from anywhere and has no authority; what has some is dearer to try, and enough of it at some hundreds.
const anywhere = Math.round(count * 0.8)
const strangers = Math.round(count * 0.14)
const owners = Math.max(500, Math.round(count * 0.05))
const signed = Math.max(500, Math.round(count * 0.01))
const LOOKED_AFTER = 500
const WORKED_OFF_AFTER = 50
const MOST_CPU_MS = 100
const MOST_MS = 3_600_000

const randomOf = (number: number): Random => seededRandom(seed * 1_000_003 + number)

test(
  `${anywhere} inputs without authority: no error, no secret, and nothing has changed`,
  async () => {
    let before = await allOf(shop)
    for (let number = 0; number < anywhere; number++) {
      const random = randomOf(number)
      const attack = random.once(3)
        ? formAttack(random, known, 'another site')
        : webhookAttack(random, known)
      await lead(attack, `${attack.name}, seed ${seed}, number ${number}`)
      if (number % LOOKED_AFTER !== LOOKED_AFTER - 1) continue
      const after = await allOf(shop)
      expect(after, `one of the numbers up to ${number} changed something`).toBe(before)
      before = after
    }
    expect(await allOf(shop)).toBe(before)
  },
  MOST_MS,
)

test(
  'from our own pages in any other browser or account: nothing changes of what somebody else has',
  async () => {
    const before = await ownedIn(shop, known)
    expect(before).toHaveLength(5)
    for (let number = 0; number < strangers; number++) {
      const random = randomOf(3 * count + number)
      const attack = formAttack(random, known, 'somebody else')
      await lead(attack, `${attack.name}, seed ${seed}, number ${number}`)
    }
    expect(await ownedIn(shop, known)).toEqual(before)
  },
  MOST_MS,
)

test(
  'the same from our own pages and on links that exist: no error, and no secret',
  async () => {
    for (let number = count; number < count + owners; number++) {
      const random = randomOf(number)
      const attack = random.once(3)
        ? returnAttack(random, known)
        : formAttack(random, known, 'who ordered')
      await lead(attack, `${attack.name}, seed ${seed}, number ${number}`)
    }
    // They got through to where there is something to break.
    for (const status of [200, 303, 400, 401, 403, 404]) expect([...statuses]).toContain(status)
    const { rows } = await shop.deps.pool.query('select status from orders where id = $1', [
      known.order,
    ])
    // A cancellation that was not spoilt is one, where it came from the browser that ordered.
    expect(['paid', 'refunded', 'cancelled']).toContain(rows[0].status)
  },
  MOST_MS,
)

test(
  'nonsense that is rightly signed: taken, worked off without a failure, and nothing is paid by it',
  async () => {
    const paid = async () => {
      const sql = "select id, status, refunded from orders where status = 'paid' order by id"
      return (await shop.deps.pool.query(sql)).rows
    }
    await shop.settle()
    logged.length = 0
    const before = await paid()
    const lines: string[] = []
    for (let number = 0; number < signed; number++) {
      const random = randomOf(2 * count + number)
      const attack = random.once(3) ? signedTokenAttack(random, known) : signedAttack(random, known)
      await lead(attack, `${attack.name}, seed ${seed}, number ${number}`)
      if (number % WORKED_OFF_AFTER !== WORKED_OFF_AFTER - 1) continue
      await shop.settle()
      lines.push(...logged.filter((line) => line.includes('A job failed')))
    }
    await shop.settle()
    const { rows } = await shop.deps.pool.query(
      `select count(*)::int as stored, count(applied_at)::int as applied, count(parked_why)::int as parked
       from webhook_inbox`,
    )
    expect(lines.concat(logged.filter((line) => line.includes('A job failed')))).toEqual([])
    expect(rows[0].stored).toBeGreaterThan(signed / 5)
    // Every one has come to an end: it was applied, or waits for a person with a reason.
    expect(rows[0].applied + rows[0].parked).toBe(rows[0].stored)
    expect(rows[0].parked).toBeGreaterThan(0)
    expect(await paid()).toEqual(before)
  },
  MOST_MS,
)
