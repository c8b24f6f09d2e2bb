import {
  copyFileSync,
  cpSync,
  globSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { z } from 'zod'

const about = z.object({ filePathMap: z.record(z.string(), z.string()).default({}) })

/** Where one function lies below a folder, as it is unpacked on a machine of Vercel. */
export const folderOf = (source: string, below: string): string =>
  resolve(
    below,
    realpathSync(source)
      .replaceAll(/[^A-Za-z0-9]/g, '_')
      .slice(-60),
  )

/**
 * Unpacks every function of an output into a folder of its own, where nothing else of the project is beside it. Most of
 * its files lie in the project, and the next build would change them.
 */
export function layOut(output: string, below: string): void {
  rmSync(below, { recursive: true, force: true })
  mkdirSync(below, { recursive: true })
  // Nothing above a function says there of what kind its modules are, as our own package.json does.
  writeFileSync(join(below, 'package.json'), '{}\n')
  for (const source of globSync('functions/**/*.func', { cwd: output }))
    if (!lstatSync(join(output, source)).isSymbolicLink()) unpack(join(output, source), below)
}

function unpack(source: string, below: string): void {
  const folder = folderOf(source, below)
  cpSync(source, folder, { recursive: true, dereference: true })
  const { filePathMap } = about.parse(
    JSON.parse(readFileSync(join(source, '.vc-config.json'), 'utf8')),
  )
  for (const [inside, from] of Object.entries(filePathMap)) {
    const found = lstatSync(from, { throwIfNoEntry: false })
    if (found === undefined || found.isDirectory()) continue
    const to = join(folder, inside)
    mkdirSync(dirname(to), { recursive: true })
    rmSync(to, { force: true })
    if (found.isSymbolicLink()) symlinkSync(readlinkSync(from), to)
    else if (from.startsWith('node_modules/')) linkSync(resolve(from), to)
    else copyFileSync(from, to)
  }
}
