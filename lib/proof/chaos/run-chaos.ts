import { once } from 'node:events'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { connect } from '@/lib/db/connection'
import { fillDemonstration } from '@/lib/db/demonstration/fill'
import { migrate } from '@/lib/db/migrate'
import { NO_SETTINGS } from '@/lib/proof/browser/production'
import { seededRandom } from '@/lib/proof/simulation/random'
import { checkNotifications } from '@/lib/proof/specification/check-notifications'
import { startBalancer } from './balancer'
import { type AllBooks, countStock, readBooks } from './books'
import { openHttpBrowser } from './http-browser'
import { type Instance, startInstance } from './instance'
import { type PeopleOfTheShop, peopleOfTheShop } from './people-of-the-shop'
import { stablePort } from './ports'
import { runShopper, type SeenByShoppers } from './run-shopper'
import { generateShopperPlan, type ShopperPlan } from './shopper-plan'
import { startAdyen } from './start-adyen'
import { startDatabase } from './start-database'
import { type ChaosWorld, generateTroubles, injectTroubles, type Trouble } from './troubles'
import { untilHealthy, waitUntilSettled } from './wait-until-settled'

export type ChaosPlan = {
  readonly seed: number
  readonly shoppers: number
  readonly seconds: number
}

/** What a run was like, and what was written down when it was over. */
export type ChaosRun = {
  readonly troubles: readonly Trouble[]
  /** How each shopper's day ended, in a few words. */
  readonly endings: readonly string[]
  /**
   * What no shopper should have met: a closed door, a page that never came. And what passed between the
   * shop and Adyen that Adyen does not specify.
   */
  readonly complaints: readonly string[]
  readonly reloads: number
  /** Instances that ended without having been killed. */
  readonly unexpectedExits: number
  readonly books: AllBooks
}

const FOLDER = '.data/chaos'
const INSTANCES = 2
const HMAC_KEY = '4368616F7320746865206B65792C206E6F206D6F6E6579206D6F766573206F6E'
const ACCOUNT = { merchantAccount: 'NorangChaos', apiKey: 'chaos' }

/** Opens a shop of real processes, sends shoppers in, breaks what can be broken, and reads the books. */
export async function runChaos(
  plan: ChaosPlan,
  say: (line: string) => void,
  stop: AbortSignal,
): Promise<ChaosRun> {
  const closing: (() => Promise<unknown>)[] = []
  const stopped = once(stop, 'abort').then(() => {
    throw new Error('The run was stopped.')
  })
  try {
    return await Promise.race([runAll(plan, say, closing), stopped])
  } finally {
    for (const close of closing.reverse()) await close().catch((error) => console.error(error))
  }
}

async function runAll(
  plan: ChaosPlan,
  say: (line: string) => void,
  closing: (() => Promise<unknown>)[],
): Promise<ChaosRun> {
  await rm(FOLDER, { recursive: true, force: true })
  await mkdir(FOLDER, { recursive: true })
  const { world, shop, people } = await open(closing)
  const before = await countStock(world.database.pool)
  say(`Seed ${plan.seed}: ${plan.shoppers} shoppers and ${plan.seconds} seconds of trouble.`)

  const { db } = connect(world.database.url)
  closing.push(() => db.destroy())
  const random = seededRandom(plan.seed)
  const withinMs = plan.seconds * 1_000
  const troubles = generateTroubles(random, withinMs, INSTANCES)
  const plans = Array.from({ length: plan.shoppers }, (_, n) =>
    generateShopperPlan(random, n + 1, withinMs),
  )
  const seen: SeenByShoppers = { references: new Set(), orders: new Set() }
  const visits = visitAll({ shop, people }, world, plans, seen)
  await injectTroubles(world, troubles)
  const visited = await visits
  say('The shoppers have gone. Now days pass.')
  await waitUntilSettled(world, db)

  const unexpectedExits = world.instances.reduce(
    (total, instance) => total + instance.unexpectedExits(),
    0,
  )
  const unspecified = [...world.adyen.complaints, ...(await checkNotifications(world.adyen.pool))]
  const complaints = [...visited.complaints, ...unspecified]
  const books = await readBooks(world, shop, before, seen)
  return { troubles, ...visited, complaints, unexpectedExits, books }
}

async function open(
  closing: (() => Promise<unknown>)[],
): Promise<{ world: ChaosWorld } & Visitable> {
  const database = await startDatabase(`${FOLDER}-postgres`)
  closing.push(database.stop)
  await migrate(database.url)
  const { db } = connect(database.url)
  await fillDemonstration(db).finally(() => db.destroy())

  const port = await stablePort()
  const instances: Instance[] = []
  const balancer = await startBalancer(port, () => instances.map((instance) => instance.port))
  closing.push(balancer.close)
  const shop = balancer.origin
  const webhookUrl = `${shop}/api/webhooks/adyen`
  const adyen = await startAdyen({ ...ACCOUNT, webhookUrl, hmacKey: HMAC_KEY })
  closing.push(adyen.stop)

  const settings = {
    ...NO_SETTINGS,
    NEXT_TELEMETRY_DISABLED: '1',
    DATABASE_URL: database.url,
    BASE_URL: shop,
    ADYEN_ENVIRONMENT: 'simulator',
    ADYEN_API_ORIGIN: `${adyen.origin}/api`,
    ADYEN_API_KEY: ACCOUNT.apiKey,
    ADYEN_MERCHANT_ACCOUNT: ACCOUNT.merchantAccount,
    ADYEN_HMAC_KEYS: HMAC_KEY,
    RATE_LIMITS: 'off',
  }
  for (let number = 1; number <= INSTANCES; number++) {
    const instance = await startInstance(join(FOLDER, `instance-${number}.log`), settings)
    closing.push(instance.stop)
    instances.push(instance)
  }
  await untilHealthy({ instances })
  const people = peopleOfTheShop(settings)
  closing.push(people.close)
  return { world: { database, instances, adyen }, shop, people }
}

type Visitable = { readonly shop: string; readonly people: PeopleOfTheShop }
type Visited = Pick<ChaosRun, 'endings' | 'complaints' | 'reloads'>

async function visitAll(
  { shop, people }: Visitable,
  { adyen }: ChaosWorld,
  plans: readonly ShopperPlan[],
  seen: SeenByShoppers,
): Promise<Visited> {
  const complaints: string[] = []
  let reloads = 0
  const visit = async (plan: ShopperPlan): Promise<string> => {
    const browser = openHttpBrowser(shop)
    await sleep(plan.startsAfterMs)
    try {
      return await runShopper({ shop, adyen, plan, seen, browser, people })
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error)
      complaints.push(`${plan.name}: ${why}`)
      return 'gave up'
    } finally {
      reloads += browser.reloads()
    }
  }
  const endings = await Promise.all(plans.map(visit))
  return { endings, complaints, reloads }
}
