import { afterEach, expect, test, vi } from 'vitest'
import { GET } from '@/app/api/[[...path]]/route'
import { createDeps } from '@/lib/deps'
import { readEnv } from '@/lib/env'

/* A preview on Vercel that nobody has given a database. */

afterEach(() => {
  vi.unstubAllEnvs()
  vi.resetModules()
  Reflect.deleteProperty(globalThis, 'norang')
})

const patternOf = (source: string) =>
  new RegExp(`^/${/^\/:address\((.*)\)$/.exec(source)?.[1] ?? 'of another form'}$`)

async function leadsToTheSentence(settings: Record<string, string>, paths: readonly string[]) {
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value)
  const { default: configOf } = await import('../../../next.config.mjs')
  const rewrites = await (await configOf('phase-production-server')).rewrites?.()
  const first = rewrites && !Array.isArray(rewrites) ? (rewrites.beforeFiles ?? []) : []
  const isLed = (path: string) => first.some(({ source }) => patternOf(source).test(path))
  return paths.filter(isLed)
}

const pages = ['/ko', '/en/cart', '/ko/products/yuja-preserve', '/api/webhooks/adyen']
const files = ['/_next/static/chunks/a', '/plain.css', '/icon.svg', '/fonts/hahmlet-latin.woff2']
const preview = { VERCEL_ENV: 'preview', DATABASE_URL: '' }

test('leads from every address to the page that says so, which keeps its looks', async () => {
  expect(await leadsToTheSentence(preview, [...pages, ...files])).toEqual(pages)
})

test.each([
  { ...preview, DATABASE_URL: 'postgres://db.example/norang' },
  { ...preview, VERCEL_ENV: 'production' },
  { ...preview, VERCEL_ENV: '' },
])('is the only one that does: %j', async (settings) => {
  expect(await leadsToTheSentence(settings, pages)).toEqual([])
})

test('says what to set, in the language of whoever looks', async () => {
  const settings = readEnv({ VERCEL: '1', VERCEL_ENV: 'preview', VERCEL_URL: 'norang.vercel.app' })
  Reflect.set(
    globalThis,
    'norang',
    createDeps(settings, () => undefined),
  )
  for (const language of ['ko', 'en']) {
    const headers = { 'accept-language': language }
    const response = GET(new Request('https://norang.vercel.app/ko', { headers }))
    expect(response.status).toBe(503)
    const text = await response.text()
    expect(text).toContain(`<html lang="${language}">`)
    expect(text).toContain('DATABASE_URL')
  }
})
