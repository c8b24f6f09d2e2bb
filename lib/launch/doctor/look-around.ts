import { Resolver } from 'node:dns/promises'
import { keyOf } from '@/lib/accounts/keys'
import { createManagement } from '@/lib/adyen/management'
import { askMailServer } from '@/lib/email/send-mail'
import type { Env } from '@/lib/env'
import { SAME_KEY, saidSettings } from '@/lib/env/said-settings'
import { seeAdyen } from '@/lib/flows/going-live/adyen-seen'
import { checkAccount, liveHost } from '@/lib/flows/going-live/check-account'
import { checkAddress, seeAddress } from '@/lib/flows/going-live/check-address'
import { checkDatabase, type DatabaseSeen } from '@/lib/flows/going-live/check-database'
import { checkLaw } from '@/lib/flows/going-live/check-law'
import { checkMail, senderDomain } from '@/lib/flows/going-live/check-mail'
import { checkMethods } from '@/lib/flows/going-live/check-methods'
import { besideOurs, checkRunning, isStale, seeRunning } from '@/lib/flows/going-live/check-running'
import { checkShop } from '@/lib/flows/going-live/check-shop'
import { checkWebhooks } from '@/lib/flows/going-live/check-webhooks'
import type { Finding } from '@/lib/flows/going-live/finding'
import { seeHost, seeMailNames } from '@/lib/flows/going-live/see-names'
import { legalTexts } from '@/lib/i18n/legal/texts'
import { EMBEDDED } from '../postgres'
import { placeOf } from '../prepare-database'
import { whatItSaid } from '../sentences-of'
import { withOwnDatabase } from './own-database'
import { seeDatabase } from './see-database'

type How = {
  /** Has Adyen send a notification to our door. */
  readonly isTested: boolean
}

/** Asks everybody who can know something of this shop, all at once, and says what is to be made of it. */
export async function lookAround(settings: Env, { isTested }: How): Promise<Finding[]> {
  const dns = new Resolver({ timeout: 3_000, tries: 2 })
  const domain = senderDomain(settings)
  const { smtpUrl } = settings
  const [database, address, answered, server, mailNames, adyen, prefix] = await Promise.all([
    lookAtDatabase(settings),
    seeAddress(settings),
    seeRunning(settings),
    smtpUrl === null ? null : askMailServer(smtpUrl),
    domain === null ? null : seeMailNames(dns, domain),
    seeAdyen(createManagement(settings.adyen), settings, isTested),
    seeHost(dns, liveHost(settings)),
  ])
  const running = besideOurs(said(settings, database.secret), answered, SAME_KEY)
  return [
    ...checkShop(settings, { nodeVersion: process.versions.node, templates }),
    ...database.findings,
    ...checkAddress(settings, address),
    checkRunning(running),
    ...checkMail(settings, server, mailNames),
    ...checkAccount(settings, adyen, prefix),
    ...checkMethods(settings, adyen),
    ...checkWebhooks(settings, adyen, isStale(running, /_HMAC_KEYS$|_WEBHOOK_/)),
    ...checkLaw(),
  ]
}

/** Legal texts that still say that no lawyer has seen them. */
const templates = Object.entries(legalTexts).flatMap(([locale, { template }]) =>
  template ? [`lib/i18n/legal/${locale}.ts`] : [],
)

/** What a shop of these settings would say of them; null: its secret is not there to be seen. */
const said = (settings: Env, secret: string | null) =>
  secret === null ? null : saidSettings(settings, keyOf(secret, 'settings'))

async function lookAtDatabase(settings: Env) {
  const isSimulated = settings.adyen.environment === 'simulator'
  const say = (seen: DatabaseSeen, place: string) => ({
    findings: checkDatabase(settings, seen, place),
    secret: settings.sessionSecret ?? (seen.kind === 'seen' ? seen.secret : null),
  })
  try {
    return await withOwnDatabase(settings, async (url) =>
      say(await seeDatabase(url, isSimulated), placeOf(url)),
    )
  } catch (error) {
    return say({ kind: 'away', why: whatItSaid(error) }, EMBEDDED)
  }
}
