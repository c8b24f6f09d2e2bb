import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { listenForStop } from '@/lib/launch/stop'
import { findBrowser, findKoreanFont } from './find-browser'
import { exitCodeOf } from './production'

/**
 * Plays the stories that need only screens, HTTP and the simulator's password in a shop that runs already, and answers
 * with the exit code. Nothing is built and nothing is started.
 */
export async function playInRunningShop({ origin }: URL, args: readonly string[]): Promise<number> {
  await reachesItsSimulator(origin)
  const stop = listenForStop()
  const { executablePath = '' } = await findBrowser()
  await findKoreanFont()
  const stories = spawn(join('node_modules', '.bin', 'playwright'), ['test', ...args], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, NORANG_BROWSER: executablePath, NORANG_OTHER_SIDE: 'simulator' },
  })
  return exitCodeOf(stories, stop)
}

/** Throws a sentence when there is no shop, or none whose wallet and mailbox the stories have a hand in. */
async function reachesItsSimulator(origin: string): Promise<void> {
  const headers = { 'x-simulator-password': process.env.SIMULATOR_PASSWORD ?? '' }
  const { status } = await fetch(`${origin}/simulator/control/clock`, { headers }).catch(() => {
    throw new Error(`Nobody answers at ${origin}: set E2E_URL to the address of a shop that runs.`)
  })
  if (status === 200) return
  throw new Error(
    `The shop at ${origin} does not let the stories have a hand in its simulator: SIMULATOR_PASSWORD has to be the one that it was started with, on ADYEN_ENVIRONMENT=simulator.`,
  )
}
