import type { Ask } from './asking'
import * as kind from './kinds'

export type OnVercel = {
  readonly deployment: 'production' | 'preview'
  /** Where shoppers reach it, as Vercel says. */
  readonly host: string | null
  /** Where they reach production, which a preview is not. */
  readonly productionHost: string | null
  /** Opens a deployment that only its team may see to the calls that it makes to itself. */
  readonly pass: string | null
  /** Of this deployment; another may keep other things under the same name. */
  readonly edition: string | null
}

/** Null: it does not run there. `vercel env pull` brings the names home, for a "development" that is nobody's deployment. */
export function onVercel(ask: Ask): OnVercel | null {
  const isThere = ask('VERCEL', kind.text) !== null
  const environment = ask('VERCEL_ENV', kind.text)
  const productionHost = ask('VERCEL_PROJECT_PRODUCTION_URL', kind.host)
  const ownHost = ask('VERCEL_BRANCH_URL', kind.host) ?? ask('VERCEL_URL', kind.host)
  const pass = ask('VERCEL_AUTOMATION_BYPASS_SECRET', kind.text)
  const edition = ask('VERCEL_DEPLOYMENT_ID', kind.text)
  if (!isThere || environment === 'development') return null
  const isProduction = environment === 'production'
  return {
    deployment: isProduction ? 'production' : 'preview',
    host: (isProduction ? productionHost : null) ?? ownHost,
    productionHost,
    pass,
    edition,
  }
}
