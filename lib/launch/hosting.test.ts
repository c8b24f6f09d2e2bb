import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'

const page = readFileSync('docs/hosting.md', 'utf8')
const unit = /```ini\n([\s\S]*?)```/.exec(page)?.[1] ?? ''

test('systemd takes the unit of the page on hosting', ({ skip }) => {
  skip(
    spawnSync('systemd-analyze', ['--version']).error !== undefined,
    'there is no systemd-analyze here',
  )
  const folder = mkdtempSync(join(tmpdir(), 'norang-unit-'))
  try {
    const file = join(folder, 'norang.service')
    // Its user is not on this machine, and its folder is ours.
    writeFileSync(
      file,
      unit.replaceAll('/srv/norang', resolve('.')).replace(/^User=.*$/m, 'User=daemon'),
    )
    const { stdout, stderr } = spawnSync('systemd-analyze', ['verify', '--man=no', file], {
      encoding: 'utf8',
    })
    const about = `${stdout}${stderr}`.split('\n').filter((line) => line.includes('norang'))
    expect(about).toEqual([])
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('what has no test on the page on hosting says so', () => {
  expect(page).toMatch(/## A container[\s\S]*by Docker or Podman \| \*\*untried\*\*/)
  expect(page).toMatch(/nginx part was not run/)
  expect(page).toMatch(/## Vercel[\s\S]*\*\*Untried:\*\* Vercel itself/)
})
