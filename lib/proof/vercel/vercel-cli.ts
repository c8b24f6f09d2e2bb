import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'

// 360 MB that no day needs: it is installed when this proof is asked for, outside of the project's own packages.
const VERSION = '60.1.3'
const FOLDER = '.data/vercel/cli'

/** Vercel's own command line, installed when it is not there. Throws when it cannot be had. */
export async function vercelProgram(): Promise<string> {
  const program = resolve(FOLDER, 'node_modules/vercel/dist/vc.js')
  const about = resolve(FOLDER, 'node_modules/vercel/package.json')
  if (existsSync(program) && readFileSync(about, 'utf8').includes(`"version": "${VERSION}"`))
    return program
  mkdirSync(FOLDER, { recursive: true })
  writeFileSync(`${FOLDER}/package.json`, '{ "private": true }\n')
  console.log(`Installing Vercel's command line ${VERSION} into ${FOLDER} …`)
  const log = openSync(`${FOLDER}/install.log`, 'w')
  const words = ['install', '--no-audit', '--no-fund', '--ignore-scripts', `vercel@${VERSION}`]
  const child = spawn('npm', words, { cwd: FOLDER, stdio: ['ignore', log, log] })
  const [code] = await once(child, 'close')
  if (code !== 0 || !existsSync(program))
    throw new Error(`npm could not install it, and says why in ${FOLDER}/install.log`)
  return program
}
