import { createHash } from 'node:crypto'
import { existsSync, statfsSync } from 'node:fs'
import { freemem } from 'node:os'
import { join, resolve } from 'node:path'

// Linux keeps it in memory, and everybody may write there.
const MEMORY = '/dev/shm'
// A whole run takes a third of it. Containers often have less.
const ROOM = 2 ** 30

/**
 * Where a server of the tests keeps what need not outlive the machine: in memory if there is room, else in the folder
 * itself. Every test makes and drops a database of some 650 files, and before ext4 makes a file it looks at each that
 * was deleted in the last minutes: the thousandth test waited seconds for its database.
 */
export function inMemory(folder: string): string {
  if (!hasRoom()) return folder
  const whose = `${process.getuid?.()} ${resolve(folder)}`
  const key = createHash('sha256').update(whose).digest('hex').slice(0, 16)
  return join(MEMORY, `norang-${key}`)
}

function hasRoom(): boolean {
  if (process.platform !== 'linux' || !existsSync(MEMORY)) return false
  const { bavail, bsize } = statfsSync(MEMORY)
  return Math.min(bavail * bsize, freemem()) > ROOM
}
