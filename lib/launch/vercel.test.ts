import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { z } from 'zod'

/* What Vercel is told of the shop. */

const told = z
  .strictObject({
    $schema: z.literal('https://openapi.vercel.sh/vercel.json'),
    framework: z.literal('nextjs'),
    regions: z.array(z.string()),
    buildCommand: z.string(),
    functions: z.record(z.string(), z.strictObject({ maxDuration: z.number() })),
    crons: z.array(z.strictObject({ path: z.string(), schedule: z.string() })),
  })
  .parse(JSON.parse(readFileSync('vercel.json', 'utf8')))

test('the shop is in Seoul, and the schema is there before what needs it', () => {
  expect(told.regions).toEqual(['icn1'])
  expect(told.buildCommand).toBe('npm run migrate && npm run build')
})

test('due work is done at nine in Seoul, once a day, as the cheapest plan has it', () => {
  expect(told.crons).toEqual([{ path: '/api/cron/work', schedule: '0 0 * * *' }])
  expect(existsSync('app/api/cron/work/route.ts')).toBe(true)
})

test('no redirect leads to nothing but its parameter, which Vercel would take for its rule about slashes', () => {
  const redirects = /redirects: [\s\S]*?\n {2}\],/.exec(
    readFileSync('next.config.mjs', 'utf8'),
  )?.[0]
  const targets = [...(redirects ?? '').matchAll(/destination: '([^']+)'/g)].map(([, to]) => to)
  expect(targets.length).toBeGreaterThan(2)
  for (const target of targets) expect(target).not.toMatch(/^\/:\w+$/)
})

test('a function has longer than Adyen is waited for twice, and than the cron works', () => {
  const limits = Object.values(told.functions).map(({ maxDuration }) => maxDuration)
  expect(limits).toEqual([60])
  expect(readFileSync('app/api/cron/work/route.ts', 'utf8')).toContain('TIME_MS = 50_000')
})
