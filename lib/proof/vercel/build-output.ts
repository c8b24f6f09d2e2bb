import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { exitCodeOf, isNewerThanSources } from '../browser/production'
import { layOut } from './lay-out'

export const OUTPUT = '.data/vercel/output'
export const FUNCTIONS = '.data/vercel/functions'
const PROJECT = '.vercel/project.json'

/** As Vercel's site would say it. Whoever has linked this folder to a project of theirs keeps that. */
const project = {
  projectId: 'prj_of_a_proof',
  orgId: 'team_of_a_proof',
  settings: { framework: 'nextjs', nodeVersion: '24.x', installCommand: 'true' },
}

/** Runs `vercel build`, offline, unless that was done since anything in the shop changed. */
export async function buildForVercel(
  program: string,
  settings: Readonly<Record<string, string>>,
  stop: AbortSignal,
): Promise<void> {
  if (isNewerThanSources(`${OUTPUT}/config.json`, ['vercel.json'])) {
    const migrate = ['--import', 'tsx', 'lib/launch/main.ts', 'migrate']
    return ended(spawn(process.execPath, migrate, inheriting(settings)), stop)
  }
  const isOurs = !existsSync(PROJECT)
  if (isOurs) {
    mkdirSync('.vercel', { recursive: true })
    writeFileSync(PROJECT, JSON.stringify(project))
  }
  rmSync(OUTPUT, { recursive: true, force: true })
  const words = ['build', '--prod', '--yes', '--token', 'none', '--output', OUTPUT]
  try {
    await ended(spawn(process.execPath, [program, ...words], inheriting(settings)), stop)
    layOut(OUTPUT, FUNCTIONS)
  } finally {
    if (isOurs) rmSync(PROJECT)
    // It was built for another host: npm start is to have its own.
    rmSync('.next/BUILD_ID', { force: true })
  }
}

const inheriting = (settings: Readonly<Record<string, string>>) => ({
  stdio: 'inherit' as const,
  env: {
    ...process.env,
    NEXT_TELEMETRY_DISABLED: '1',
    VERCEL_TELEMETRY_DISABLED: '1',
    ...settings,
  },
})

async function ended(child: ReturnType<typeof spawn>, stop: AbortSignal): Promise<void> {
  if ((await exitCodeOf(child, stop)) !== 0)
    throw new Error('The shop could not be built for Vercel.')
}
