import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { listenForStop } from '@/lib/launch/stop'
import { isExhaustive, type Lane, type Program, type Stage, stagesOf } from './stages'
import {
  addUp,
  isGood,
  lastLine,
  NOTHING,
  type Part,
  skippedOf,
  slowestOf,
  type Tally,
  withExitCode,
} from './tally'

type Run = {
  readonly folder: string
  readonly stop: AbortSignal
  /** Other stages speak at the same time, so each says its name with every line. */
  readonly isShared: boolean
}
type Found = { readonly tally: Tally; readonly stage: Part }

/** Runs every stage of a command, also after one has failed, and answers with the exit code. */
export async function prove(command: string, args: readonly string[]): Promise<number> {
  const groups = stagesOf(command, args)
  if (command !== 'e2e') delete process.env.E2E_URL
  // In a shop that runs already each story is played once: it buys something every time.
  if (isExhaustive(command) && !process.env.E2E_URL) process.env.NORANG_EXHAUSTIVE = '1'
  const stop = listenForStop()
  const folder = mkdtempSync(join(tmpdir(), 'norang-test-'))
  const found: Found[] = []
  try {
    for (const lanes of groups) {
      const run = { folder, stop, isShared: lanes.length > 1 }
      found.push(...(await Promise.all(lanes.map((lane) => walk(lane, run)))).flat())
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  const code = tell(found)
  return stop.aborted ? 1 : code
}

async function walk(lane: Lane, run: Run): Promise<Found[]> {
  const found: Found[] = []
  for (const stage of lane) if (!run.stop.aborted) found.push(await timed(stage, run))
  return found
}

async function timed(stage: Stage, run: Run): Promise<Found> {
  console.log(`\n── ${stage.name} ──`)
  const began = Date.now()
  const tally = await carryOut(stage, run).catch((error) => {
    console.error(error instanceof Error ? error.message : error)
    return { ...NOTHING, failed: 1 }
  })
  const seconds = (Date.now() - began) / 1000
  console.log(`── ${stage.name}: ${lastLine(tally)}, ${Math.round(seconds)} s ──`)
  return { tally, stage: { name: stage.name, seconds } }
}

async function carryOut({ name, programs, tallyOf }: Stage, run: Run): Promise<Tally> {
  const report = join(run.folder, `${name}.json`)
  let code = 0
  for (const program of programs)
    if (code === 0) code = await ended(start(program, report, run), name, run)
  if (tallyOf === undefined) return { ...NOTHING, ...(code === 0 ? { passed: 1 } : { failed: 1 }) }
  const written = read(report)
  return withExitCode(written === null ? NOTHING : tallyOf(written), code)
}

function start([path, ...words]: Program, report: string, { isShared }: Run): ChildProcess {
  const isSeen = process.stdout.isTTY && isShared
  return spawn(path, words, {
    stdio: isShared ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    env: {
      ...process.env,
      ...(isSeen ? { FORCE_COLOR: '1' } : {}),
      NEXT_TELEMETRY_DISABLED: '1',
      NORANG_TALLY: report,
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    },
  })
}

/** The exit code of a program that ends by itself, or with us, when all it said has been passed on. */
async function ended(child: ChildProcess, name: string, { stop }: Run): Promise<number> {
  const end = () => child.kill(stop.reason)
  stop.addEventListener('abort', end)
  const said = [child.stdout, child.stderr].flatMap((input) => input ?? [])
  for (const input of said)
    createInterface({ input }).on('line', (line) => console.log(`${name} │ ${line}`))
  const [code] = await once(child, 'close')
  stop.removeEventListener('abort', end)
  return Number(code ?? 1)
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}

function tell(found: readonly Found[]): number {
  const total = addUp(found.map(({ tally }) => tally))
  console.log('\nHow long it took:')
  for (const { name, seconds } of found.map(({ stage }) => stage))
    console.log(`${seconds.toFixed(1).padStart(7)} s  ${name}`)
  if (total.parts.length > 0) console.log('The slowest files and stories:')
  for (const line of slowestOf(total)) console.log(line)
  for (const line of skippedOf(total)) console.log(line)
  console.log(lastLine(total))
  return isGood(total) ? 0 : 1
}
