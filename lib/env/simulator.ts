import { togetherWords } from '../i18n/settings/together-words'
import { asking, type EnvSource } from './asking'
import * as kind from './kinds'
import { isLoopback, simulatorOrigin } from './origins'
import { SettingsError } from './settings-error'

export type SimulatorEnv = ReturnType<typeof readSimulatorEnv>

/** The settings of a simulator that runs alone, or a SettingsError with all mistakes. */
export function readSimulatorEnv(source: EnvSource) {
  const { ask, given, mistakes } = asking(source)
  const port = ask('PORT', kind.port(3100))
  const baseUrl =
    ask('BASE_URL', kind.webUrl('https://adyen.example')) ?? `http://localhost:${port}`
  const isOpen = isLoopback(baseUrl)
  const read = {
    port,
    /** Where it is found: below the same path as beside our shop, for what was written for that. */
    origin: `${simulatorOrigin(baseUrl)}/simulator`,
    /** Nobody but this machine can reach it. */
    isOpen,
    /** Null: a Postgres of its own in .data/simulator. */
    databaseUrl: ask('SIMULATOR_DATABASE_URL', kind.postgresUrl),
    apiKey: ask('ADYEN_API_KEY', kind.text) ?? 'simulator',
    merchantAccount: ask('ADYEN_MERCHANT_ACCOUNT', kind.text) ?? 'NorangSimulator',
    password: ask('SIMULATOR_PASSWORD', kind.text),
    /** Where it may send a browser or a webhook when others can reach it. */
    shops: ask('SIMULATOR_RETURN_ORIGINS', kind.origins),
  } as const
  // Who can reach it could pay with the usual key, and without a password nobody could say where webhooks go.
  for (const name of ['ADYEN_API_KEY', 'SIMULATOR_PASSWORD'])
    if (!isOpen && given(name) === null) mistakes.push(togetherWords.missing_in_public(name))
  if (mistakes.length > 0) throw new SettingsError(mistakes)
  return read
}
