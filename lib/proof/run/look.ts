import { requireNodeVersion } from '@/lib/launch/node-version'

/* What people look at, beside what `npm test` proves. */

const commands: Readonly<Record<string, () => Promise<() => Promise<number>>>> = {
  sheet: async () => (await import('../sheets/sheet')).makeSheets,
  lighthouse: async () => (await import('../lighthouse/lighthouse')).runLighthouse,
}

requireNodeVersion()
const load = commands[process.argv[2] ?? '']
if (!load) throw new Error(`Say which: ${Object.keys(commands).join(' or ')}.`)
const run = await load()
process.exit(
  await run().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    return 1
  }),
)
