import nextEnv from '@next/env'
import { type Env, readEnv } from '@/lib/env'

/** The settings as the shop will read them, .env files included; throws when one of them is wrong. */
export function loadSettings(name: 'dev' | 'start'): { env: Env; port: string } {
  const found = { ...process.env }
  // Next loads the same files for itself. What they say is taken back out of our own environment,
  // or the shop would inherit it, and a change of .env.local would be lost on a running `npm run dev`.
  const { combinedEnv } = nextEnv.loadEnvConfig(process.cwd(), name === 'dev', silent)
  const source = { ...combinedEnv }
  for (const key of Object.keys(process.env)) if (!(key in found)) delete process.env[key]

  return { env: readEnv(source), port: source.PORT?.trim() || '3000' }
}

const silent = { info: () => undefined, error: console.error }
