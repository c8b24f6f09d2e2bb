import { parseArgs } from 'node:util'
import { isLocale, type Locale } from '@/lib/core/locale'
import { type Env, SettingsError } from '@/lib/env'
import { checkDatabase } from '@/lib/flows/going-live/check-database'
import { checkNode, checkShop, settingsMistaken } from '@/lib/flows/going-live/check-shop'
import type { Finding } from '@/lib/flows/going-live/finding'
import { doctorWords } from '@/lib/i18n/going-live/doctor-words'
import { legalTexts } from '@/lib/i18n/legal/texts'
import { loadSettings } from '../load-settings'
import { EMBEDDED, startPostgres } from '../postgres'
import { placeOf } from '../prepare-database'
import { asJson, exitCodeFor, saidOf, summaryOf } from './print-findings'
import { seeDatabase } from './see-database'

const USAGE = `npm run doctor -- [--json] [--lang ko|en]
    says what is still missing before this shop can take money. It changes nothing.
    --json           for programs
    --lang ko|en     the language of its sentences`

const options = {
  json: { type: 'boolean' },
  lang: { type: 'string' },
  help: { type: 'boolean' },
} as const

/** Can this shop take KakaoPay? Answers with 0, 1 when something is wrong, or 2 when something could not be seen. */
export async function doctorCommand(args: readonly string[]): Promise<number> {
  const asked = read(args)
  if (asked === null || asked.help) {
    console[asked === null ? 'error' : 'log'](USAGE)
    return asked === null ? 1 : 0
  }
  const locale = asked.lang
  const settings = settingsOrMistakes()
  const findings =
    settings instanceof SettingsError
      ? [checkNode(process.versions.node), settingsMistaken(settings.sentences)]
      : await lookAround(settings)
  if (asked.json) console.log(asJson(findings, locale))
  else {
    for (const finding of findings) console.log(saidOf(finding, locale).join('\n'))
    if (settings instanceof SettingsError) console.log(`\n${doctorWords[locale].onlySettings}`)
    console.log(`\n${summaryOf(findings, locale)}`)
  }
  return exitCodeFor(findings)
}

function read(args: readonly string[]) {
  try {
    const { values } = parseArgs({ args: [...args], options })
    const { lang, ...others } = values
    if (lang !== undefined && !isLocale(lang)) return null
    return { ...others, lang: lang ?? ownLanguage() }
  } catch {
    return null
  }
}

/** As the terminal speaks. */
const ownLanguage = (): Locale =>
  (process.env.LC_ALL || process.env.LANG || '').startsWith('ko') ? 'ko' : 'en'

function settingsOrMistakes(): Env | SettingsError {
  try {
    return loadSettings('start').env
  } catch (error) {
    if (error instanceof SettingsError) return error
    throw error
  }
}

const templates = Object.entries(legalTexts).flatMap(([locale, { template }]) =>
  template ? [`lib/i18n/legal/${locale}.ts`] : [],
)

async function lookAround(settings: Env): Promise<Finding[]> {
  const nodeVersion = process.versions.node
  return [
    ...checkShop(settings, { nodeVersion, templates }),
    ...(await withDatabase(settings, async (databaseUrl) => {
      const simulated = settings.adyen.environment === 'simulator'
      const seen = await seeDatabase(databaseUrl, simulated)
      return checkDatabase(settings, seen, placeOf(databaseUrl))
    })),
  ]
}

/** The database that was set, or our own for as long as it is looked at. */
async function withDatabase(
  settings: Env,
  look: (databaseUrl: string) => Promise<Finding[]>,
): Promise<Finding[]> {
  if (settings.databaseUrl !== '') return look(settings.databaseUrl)
  const postgres = await startPostgres(EMBEDDED).catch((error: Error) => error)
  if (postgres instanceof Error)
    return checkDatabase(settings, { kind: 'away', why: postgres.message }, EMBEDDED)
  try {
    return await look(postgres.url)
  } finally {
    await postgres.stop()
  }
}
