import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'

const PATIENCE_MS = 120_000 // a first start on a slow disk takes seconds, never minutes

/**
 * Runs one piece of work at a time, across processes. Node has no flock, so the lock is the one that SQLite
 * takes on an empty file: the operating system frees it when its holder dies, also by kill -9, and there
 * is no process id to compare and no stale lock to break.
 */
export async function withLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  const lock = await take(file)
  try {
    return await work()
  } finally {
    lock.close()
  }
}

async function take(file: string): Promise<DatabaseSync> {
  const deadline = Date.now() + PATIENCE_MS
  for (;;) {
    const lock = new DatabaseSync(file, { timeout: 0 })
    try {
      lock.exec('begin exclusive')
      return lock
    } catch (error) {
      lock.close()
      if (!isBusy(error)) throw error
      if (Date.now() > deadline)
        throw new Error(`Another process has held ${file} for two minutes: stop it and try again.`)
    }
    await sleep(25)
  }
}

const SQLITE_BUSY = 5

const isBusy = (error: unknown) =>
  error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY
