import { parseArgs } from 'node:util'
import { isLocale } from '@/lib/core/locale'
import { type Env, SettingsError } from '@/lib/env'
import { checkNode, settingsMistaken } from '@/lib/flows/going-live/check-shop'
import { type ForPeople, forPeople, withSeen } from '@/lib/flows/going-live/finding'
import { doctorWords } from '@/lib/i18n/going-live/doctor-words'
import { loadSettings } from '../load-settings'
import { terminalLanguage } from '../terminal-language'
import { printSeen, tryFirstPayment } from './first-payment'
import { lookAround } from './look-around'
import { asJson, exitCodeFor, saidOf, summaryOf } from './print-findings'

const USAGE = `npm run doctor -- [--json] [--lang ko|en] [--seen ${forPeople.join(' | ')}]… [--test-webhook | --first-payment | --what-was-seen]
    says what is still missing before this shop can take KakaoPay. It changes nothing, here or at Adyen.
    --json              for programs
    --lang ko|en        the language of its sentences
    --seen              what you have looked at yourself, since no machine can see it
    --test-webhook      has Adyen send a test notification to this shop, which proves the way and the HMAC key
    --first-payment     sells ₩1,000 at an address that nobody else knows, ticks off what happens, and gives it back
    --what-was-seen     prints what was seen of KakaoPay then
The exit code is 0 when all is right, 1 when something is wrong, 2 when nothing is and something could not be seen.`

const options = {
  json: { type: 'boolean' },
  lang: { type: 'string' },
  seen: { type: 'string', multiple: true },
  'test-webhook': { type: 'boolean' },
  'first-payment': { type: 'boolean' },
  'what-was-seen': { type: 'boolean' },
  help: { type: 'boolean' },
} as const

/** Can this shop take KakaoPay? Answers with its exit code. */
export async function doctorCommand(args: readonly string[], stop: AbortSignal): Promise<number> {
  const asked = read(args)
  if (asked === null || asked.help) {
    console[asked === null ? 'error' : 'log'](USAGE)
    return asked === null ? 1 : 0
  }
  const { lang: locale, json = false, 'test-webhook': isTested = false } = asked
  const settings = settingsOrMistakes()
  const isReadable = !(settings instanceof SettingsError)
  if (asked['first-payment'] && isReadable)
    return tryFirstPayment(settings, { locale, print: console.log, stop })
  if (asked['what-was-seen'] && isReadable)
    return printSeen(settings, { locale, print: console.log, json })
  const findings = isReadable
    ? withSeen(await lookAround(settings, { isTested }), asked.seen)
    : [checkNode(process.versions.node), settingsMistaken(settings.mistakes)]
  if (json) console.log(asJson(findings, locale))
  else {
    for (const finding of findings) console.log(saidOf(finding, locale).join('\n'))
    if (!isReadable) console.log(`\n${doctorWords[locale].onlySettings}`)
    console.log(`\n${summaryOf(findings, locale)}`)
  }
  return exitCodeFor(findings)
}

function read(args: readonly string[]) {
  try {
    const { values } = parseArgs({ args: [...args], options })
    const { lang = terminalLanguage() ?? 'en', seen = [], ...others } = values
    return isLocale(lang) && seen.every(isForPeople) ? { ...others, lang, seen } : null
  } catch {
    return null
  }
}

const isForPeople = (id: string): id is ForPeople => forPeople.some((each) => each === id)

function settingsOrMistakes(): Env | SettingsError {
  try {
    return loadSettings('start').env
  } catch (error) {
    if (error instanceof SettingsError) return error
    throw error
  }
}
