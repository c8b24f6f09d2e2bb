import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, realpathSync, renameSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

// Below the project, so that what a build imports is found in our node_modules. `vitest.config.ts` knows the place.
const HOME = '.data/before'
const WANTED = ['lib', 'app', 'components', 'package.json']

/** The source of a commit in a folder of its own; null where this is no clone that has it. */
export async function unpackCommit(commit: string): Promise<string | null> {
  const folder = resolve(HOME, commit)
  if (existsSync(folder)) return folder
  if (!(await isHere(commit))) return null
  mkdirSync(HOME, { recursive: true })
  const half = mkdtempSync(join(HOME, 'half-'))
  try {
    await run('git', ['archive', '--output', join(half, 'source.tar'), commit, ...WANTED])
    await run('tar', ['-xf', 'source.tar'], { cwd: half })
    rmSync(join(half, 'source.tar'))
    renameSync(half, folder)
  } catch (error) {
    rmSync(half, { recursive: true })
    // Another run was quicker.
    if (!existsSync(folder)) throw error
  }
  return folder
}

/** A folder that merely lies in somebody's clone, as a copy for the mutants does, has no commits of its own. */
async function isHere(commit: string): Promise<boolean> {
  try {
    const { stdout } = await run('git', ['rev-parse', '--show-toplevel'])
    await run('git', ['cat-file', '-e', `${commit}^{commit}`])
    return realpathSync(stdout.trim()) === realpathSync('.')
  } catch {
    return false
  }
}
