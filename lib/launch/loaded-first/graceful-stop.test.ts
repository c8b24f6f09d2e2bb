import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'

/** A server that is closed and then says so, as Next does, and a piece of work that takes so long. */
const server = (workMs: number) => `
  const server = require('node:http').createServer().listen(0, '127.0.0.1', () => {
    const work = () => new Promise((done) => setTimeout(() => { console.log('worked'); done() }, ${workMs}))
    globalThis[Symbol.for('norang.in_hand')].push(work)
    server.close(() => { console.log('closed'); process.exit(7) })
  })`

async function outcomeOf(workMs: number): Promise<{ said: string; code: number | null }> {
  const first = `--import=${resolve('lib/launch/loaded-first/graceful-stop.mjs')}`
  const child = spawn(process.execPath, [first, '-e', server(workMs)])
  let said = ''
  child.stdout.on('data', (chunk) => {
    said += chunk
  })
  await once(child, 'close')
  return { said, code: child.exitCode }
}

test('a server counts as closed when the work in hand is done', async () => {
  expect(await outcomeOf(300)).toEqual({ said: 'worked\nclosed\n', code: 7 })
})

test('work that takes too long is cut off, and the next start takes it up', async () => {
  expect(await outcomeOf(60_000)).toEqual({ said: '', code: 143 })
})
