import { execFile } from 'node:child_process'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { inMemory } from '@/lib/proof/shop/in-memory'
import { EMBEDDED, startPostgres } from './postgres'

let home: string
beforeEach(async () => {
  home = await mkdtemp(`${inMemory(join(tmpdir(), 'norang-beside'))}-`)
  await chmod(home, 0o755)
})
afterEach(() => rm(home, { recursive: true, force: true }))

/** What `npm start` becomes, with a Next that only says its version. */
async function started(): Promise<string[]> {
  const keeper = [join(import.meta.dirname, 'keeper.ts'), '--version']
  const { stdout } = await promisify(execFile)(process.execPath, keeper, { cwd: home })
  return stdout.trim().split('\n')
}

test('a second shop on the same data says so in one sentence, and is the same shop', async () => {
  const first = await startPostgres(join(home, EMBEDDED))
  expect(await started()).toEqual([
    expect.stringMatching(/^Another Norang runs on the same data, .*\.$/),
    expect.stringMatching(/^Next\.js v/),
  ])
  await first.stop()
  expect(await started(), 'alone').toEqual([expect.stringMatching(/^Next\.js v/)])
})
