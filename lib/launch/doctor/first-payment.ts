import { setTimeout as sleep } from 'node:timers/promises'
import type { Locale } from '@/lib/core/locale'
import { connect } from '@/lib/db/connection'
import { lookAtOurSchema } from '@/lib/db/migrate'
import { createDeps, type ShopDeps } from '@/lib/deps'
import type { Env } from '@/lib/env'
import {
  type FirstPayment,
  findSeen,
  giveFirstBack,
  keepSeen,
  putUp,
  putUpAgain,
  seeFirstPayment,
} from '@/lib/flows/going-live/first-payment'
import { isShopAt } from '@/lib/flows/going-live/knock'
import {
  type FirstStep,
  firstPaymentWords,
  firstSteps,
  sightingIds,
  sightings,
} from '@/lib/i18n/going-live/first-payment-words'
import { withOwnDatabase } from './own-database'

type Watch = {
  readonly locale: Locale
  readonly print: (line: string) => void
  readonly stop: AbortSignal
  readonly pollMs?: number
  readonly letterMs?: number
  /** Whether the shop answers. */
  readonly isThere?: () => Promise<boolean>
}

const POLL_MS = 2_000
// A letter that does not leave keeps the money no longer than this; where no mail server is set, not at all.
const WAIT_FOR_LETTER_MS = 60_000

type Reader = Pick<Watch, 'locale' | 'print'> & { readonly json: boolean }

/** Prints what was seen of KakaoPay the last time. Answers with the exit code. */
export const printSeen = (settings: Env, { locale, print, json }: Reader): Promise<number> =>
  withOwnDatabase(settings, async (databaseUrl) => {
    const { db } = connect(databaseUrl)
    try {
      const look = await lookAtOurSchema(db)
      const found = look.kind === 'as_wanted' ? await findSeen({ db }) : null
      if (json) print(JSON.stringify(found, null, 2))
      else if (found === null) print(firstPaymentWords[locale].nothingKept)
      else for (const line of [found.order, ...rowsOf(found.seen, locale)]) print(line)
      return found === null ? 2 : 0
    } finally {
      await db.destroy()
    }
  })

/** The same for a shop of these settings, whose own process does what is owed. */
export const tryFirstPayment = (settings: Env, watch: Watch): Promise<number> =>
  withOwnDatabase(settings, async (databaseUrl) => {
    const shop = createDeps({ ...settings, databaseUrl })
    try {
      const look = await lookAtOurSchema(shop.db)
      if (look.kind === 'as_wanted') return await watchFirstPayment(shop, watch)
      watch.print(firstPaymentWords[watch.locale].noSchema)
      return 1
    } finally {
      await shop.db.destroy()
    }
  })

/** Sells ₩1,000 once, ticks off what happens, and gives it back. Answers with the exit code. */
export async function watchFirstPayment(shop: ShopDeps, watch: Watch): Promise<number> {
  const {
    locale,
    print,
    stop,
    pollMs = POLL_MS,
    letterMs = shop.sendMail === null ? 0 : WAIT_FOR_LETTER_MS,
  } = watch
  const say = firstPaymentWords[locale]
  const before = await seeFirstPayment(shop)
  const goesOn = before !== null && !isOver(before)
  if (!goesOn && !(await invite(shop, watch, before))) return 1
  if (goesOn) print(say.continues(before.number))
  print(say.wait)

  const lookAtShop = shopWatch(shop, watch)
  let since = goesOn ? before.placedAt : new Date(await shop.clock.now())
  const ticked = new Set<FirstStep>()
  let paidAt: number | null = null
  let last: FirstPayment | null = null
  let refusal: string | null = null
  while (!stop.aborted) {
    await lookAtShop()
    const found = await seeFirstPayment(shop)
    if (found !== null && found.placedAt >= since) {
      // With real money a refusal is not had again for the asking: the next try keeps it.
      refusal = found.seen.refusal ?? refusal
      last = { ...found, seen: { ...found.seen, refusal } }
      for (const step of found.steps.filter((each) => !ticked.has(each))) {
        print(`✔ ${firstSteps[step][locale]}`)
        ticked.add(step)
      }
      if (found.steps.includes('paid')) paidAt ??= performance.now()
      const isLate = paidAt !== null && performance.now() - paidAt > letterMs
      if (isToBeGivenBack(found, isLate)) await giveFirstBack(shop, found, say.reason)
      if (found.steps.includes('refund_done')) break
      if (found.ended !== null) {
        await keepSeen(shop, last)
        print(`✘ ${say.failed(found.number, found.ended)}`)
        await putUpAgain(shop)
        print(say.restarts)
        ticked.clear()
        since = new Date(found.placedAt.getTime() + 1)
      }
    }
    await sleep(pollMs, undefined, { signal: stop }).catch(() => undefined)
  }
  if (last === null) return 2
  await keepSeen(shop, last)
  for (const line of seenText(last, locale)) print(line)
  if (!last.steps.includes('refund_done')) {
    print(say.stopped)
    return 2
  }
  if (last.steps.includes('mail')) return 0
  print(`✘ ${say.noReceipt}`)
  return 1
}

// What nobody orders of is looked at now and then.
const LOOK_MS = 10_000

/** Says once that the shop does not answer, and once that it does again. */
function shopWatch(shop: ShopDeps, { locale, print, isThere }: Watch): () => Promise<void> {
  const { baseUrl } = shop.shop
  const say = firstPaymentWords[locale]
  const ask = isThere ?? (() => isShopAt(baseUrl))
  let wasThere = true
  let next = 0
  return async () => {
    if (performance.now() < next) return
    const isNow = await ask()
    next = performance.now() + (isNow ? LOOK_MS : 0)
    if (isNow !== wasThere) print(isNow ? say.shopAnswers : say.shopSilent(baseUrl))
    wasThere = isNow
  }
}

const isOver = ({ steps, ended }: FirstPayment) => steps.includes('refund_done') || ended !== null

/** Once it is paid and its letter has left, or is late. */
const isToBeGivenBack = ({ steps }: FirstPayment, isLate: boolean) =>
  steps.includes('paid') && !steps.includes('refund_asked') && (isLate || steps.includes('mail'))

/** Puts it up and says where; false: there is nothing to put it beside. */
async function invite(
  shop: ShopDeps,
  { locale, print }: Watch,
  before: FirstPayment | null,
): Promise<boolean> {
  const say = firstPaymentWords[locale]
  // An address that nobody has ordered at is still good.
  const slug = (before === null ? await putUpAgain(shop) : null) ?? (await putUp(shop))
  if (slug === null) {
    print(say.noGoods)
    return false
  }
  print(say.link(`${shop.shop.baseUrl}/${locale}/products/${slug}`))
  print(shop.shop.live ? say.realMoney : say.playMoney)
  return true
}

function seenText({ seen }: FirstPayment, locale: Locale): string[] {
  const say = firstPaymentWords[locale]
  return ['', say.seen, ...rowsOf(seen, locale), say.ask, say.kept]
}

const rowsOf = (seen: Readonly<Record<string, string | null>>, locale: Locale): string[] =>
  sightingIds.map(
    (id) => `  ${sightings[id][locale]}: ${seen[id] ?? firstPaymentWords[locale].notSeen}`,
  )
