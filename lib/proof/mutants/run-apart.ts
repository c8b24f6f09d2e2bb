import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

/** A run of tests within a test, which must not take itself for a part of this one. What it printed. */
export async function runApart(args: readonly string[], settings = {}): Promise<string> {
  const env = { NODE_ENV: 'test' as const, PATH: process.env.PATH, ...settings }
  return (await promisify(execFile)(process.execPath, args, { env })).stdout
}
