import { execFile, execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { promisify } from 'node:util'
import * as adyen from '@adyen/api-library'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type LoneSimulator, startLoneSimulator } from '@/lib/proof/shop/lone-simulator'
import { type ScratchDatabase, scratchDatabase } from '@/lib/proof/shop/scratch-database'
import { type Served, serve } from '@/lib/proof/shop/serve'

/* What docs/simulator.md tells a shop in another language to type is typed here, word by word. */

const run = promisify(execFile)
const document = readFileSync('docs/simulator.md', 'utf8')

/** Everything of one language that can be typed, in the order of the page. */
const typed = (language: string) =>
  [...document.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, 'gms'))]
    .map(([, block = '']) => block)
    .join('\n')

const hasCurl = (() => {
  try {
    return execFileSync('curl', ['--version']).length > 0
  } catch {
    return false
  }
})()
if (!hasCurl) console.warn('There is no curl here: what docs/simulator.md types is not tried.')

type Item = adyen.Types.notification.NotificationRequestItem
type Told = { readonly path: string; readonly authorization: string | null; readonly item: Item }

let database: ScratchDatabase
let simulator: LoneSimulator
let shop: Served
const told: Told[] = []
beforeAll(async () => {
  database = await scratchDatabase()
  shop = await serve(async (request) => {
    const { notificationItems } = await request.json()
    const item: Item = notificationItems[0].NotificationRequestItem
    const authorization = request.headers.get('authorization')
    told.push({ path: new URL(request.url).pathname, authorization, item })
    return new Response('[accepted]', { status: 202 })
  })
  simulator = await startLoneSimulator({ SIMULATOR_DATABASE_URL: database.url })
})
afterAll(async () => {
  await simulator.stop()
  await shop.close()
  await database.drop()
})

/** The page's addresses are those of this test. */
const here = (text: string) =>
  text
    .replaceAll('http://127.0.0.1:3100/simulator', simulator.origin)
    .replaceAll('http://localhost:3000', shop.origin)

describe('the page about a simulator of one’s own', () => {
  test('starts what npm run simulator starts', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'))
    expect(document).toContain('npm install && npm run simulator')
    expect(scripts.simulator).toContain('lib/launch/simulator/alone.ts')
  })

  test('has a program with Adyen’s own library that starts a payment', async () => {
    mkdirSync('.data', { recursive: true })
    const program = `.data/pay-${process.pid}.mjs` // below node_modules, where the library is found
    writeFileSync(program, here(typed('js')))
    const { stdout } = await run(process.execPath, [program]).finally(() => rmSync(program))
    expect(stdout).toMatch(`RedirectShopper ${simulator.origin}/checkoutshopper/`)
  })

  test.skipIf(!hasCurl)('has commands that pay, refund and order what goes wrong', async () => {
    // The first answer that is not 2xx ends it.
    const strictly = `set -euo pipefail; shopt -s inherit_errexit || true
curl() { command curl --fail-with-body "$@"; }
`
    const [upToTheLedger = '', later = ''] = typed('sh').split(/(?=^tell scripts)/m)
    const { stdout } = await run('bash', ['-c', strictly + here(upToTheLedger)])
    expect(stdout).toContain('"resultCode":"Authorised"')
    expect(stdout).toContain('"status":"received"')

    // The simulator tells of both by itself.
    const events = () => told.map(({ item }) => `${item.eventCode} ${item.success}`)
    await expect
      .poll(events, { timeout: 10_000 })
      .toEqual(expect.arrayContaining(['AUTHORISATION true', 'REFUND true']))
    const [, key = ''] = /"hmacKey":"(\w{64})"/.exec(document) ?? []
    for (const { path, authorization, item } of told) {
      expect(path).toBe('/webhooks/adyen')
      expect(authorization).toBe(`Basic ${Buffer.from('adyen:sesame').toString('base64')}`)
      expect(new adyen.hmacValidator().validateHMAC(item, key)).toBe(true)
    }

    const [definitions = ''] = upToTheLedger.split(/^tell webhook-settings/m)
    const misbehaving = await run('bash', ['-c', strictly + here(definitions + later)])
    expect(misbehaving.stdout).toContain('"reset":true')
    expect((await simulator.control('keys')).webhooks).toMatchObject([
      { url: `${shop.origin}/webhooks/adyen` },
      { url: `${shop.origin}/webhooks/adyen/tokens` },
    ])
  })
})
