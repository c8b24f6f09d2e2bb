import { once } from 'node:events'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { connect } from '@/lib/db/connection'
import { migrate } from '@/lib/db/migrate'
import { UNSET } from '@/lib/proof/browser/production'
import { seededRandom } from '@/lib/proof/simulation/random'
import { checkNotifications } from '@/lib/proof/specification/check-notifications'
import { startAdyen } from './adyen'
import { startBalancer } from './balancer'
import { type Books, countShelf, readBooks } from './books'
import { openBrowser } from './browser'
import { startDatabase } from './database'
import { type Instance, startInstance } from './instance'
import { lastingPort } from './ports'
import { untilHealthy, waitUntilSettled } from './settle'
import { type ShopperSaw, shopFor } from './shopper'
import { drawShopperPlan, type ShopperPlan } from './shopper-plan'
import { type ChaosWorld, drawTroubles, makeTrouble, type Trouble } from './troubles'

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
  readonly fell: number
  readonly books: Books
}

const FOLDER = '.data/chaos'
const INSTANCES = 2
const HMAC_KEY = '4368616F7320746865206B65792C206E6F206D6F6E6579206D6F766573206F6E'
const ACCOUNT = { merchantAccount: 'NorangChaos', apiKey: 'chaos' }

/** Opens a shop of real processes, sends shoppers in, breaks what can be broken, and reads the books. */
export async function run(
  plan: ChaosPlan,
  say: (line: string) => void,
  stop: AbortSignal,
): Promise<ChaosRun> {
  const closing: (() => Promise<unknown>)[] = []
  const stopped = once(stop, 'abort').then(() => {
    throw new Error('The run was stopped.')
  })
  try {
    return await Promise.race([live(plan, say, closing), stopped])
  } finally {
    for (const close of closing.reverse()) await close().catch((error) => console.error(error))
  }
}

async function live(
  plan: ChaosPlan,
  say: (line: string) => void,
  closing: (() => Promise<unknown>)[],
): Promise<ChaosRun> {
  await rm(FOLDER, { recursive: true, force: true })
  await mkdir(FOLDER, { recursive: true })
  const { world, shop } = await open(closing)
  const before = await countShelf(world.database.pool)
  say(`Seed ${plan.seed}: ${plan.shoppers} shoppers and ${plan.seconds} seconds of trouble.`)

  const { db } = connect(world.database.url)
  closing.push(() => db.destroy())
  const lot = seededRandom(plan.seed)
  const withinMs = plan.seconds * 1_000
  const troubles = drawTroubles(lot, withinMs, INSTANCES)
  const wishes = Array.from({ length: plan.shoppers }, (_, n) =>
    drawShopperPlan(lot, n + 1, withinMs),
  )
  const seen: ShopperSaw = { references: new Set(), orders: new Set() }
  const crowd = visitAll(shop, world, wishes, seen)
  await makeTrouble(world, troubles)
  const visited = await crowd
  say('The shoppers have gone. Now days pass.')
  await waitUntilSettled(world, db)

  const fell = world.instances.reduce((total, instance) => total + instance.fell(), 0)
  const unspecified = [...world.adyen.complaints, ...(await checkNotifications(world.adyen.pool))]
  const complaints = [...visited.complaints, ...unspecified]
  const books = await readBooks(world, shop, before, seen)
  return { troubles, ...visited, complaints, fell, books }
}

async function open(
  closing: (() => Promise<unknown>)[],
): Promise<{ world: ChaosWorld; shop: string }> {
  const database = await startDatabase(`${FOLDER}-postgres`)
  closing.push(database.stop)
  await migrate(database.url)

  const port = await lastingPort()
  const instances: Instance[] = []
  const balancer = await startBalancer(port, () => instances.map((instance) => instance.port))
  closing.push(balancer.close)
  const shop = balancer.origin
  const webhookUrl = `${shop}/api/webhooks/adyen`
  const adyen = await startAdyen({ ...ACCOUNT, webhookUrl, hmacKey: HMAC_KEY })
  closing.push(adyen.stop)

  const settings = {
    ...UNSET,
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
  return { world: { database, instances, adyen }, shop }
}

type Visited = Pick<ChaosRun, 'endings' | 'complaints' | 'reloads'>

async function visitAll(
  shop: string,
  { adyen }: ChaosWorld,
  wishes: readonly ShopperPlan[],
  seen: ShopperSaw,
): Promise<Visited> {
  const complaints: string[] = []
  let reloads = 0
  const visit = async (wish: ShopperPlan): Promise<string> => {
    const browser = openBrowser(shop)
    await sleep(wish.comesAfter)
    try {
      return await shopFor({ shop, adyen, wish, seen, browser })
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error)
      complaints.push(`${wish.name}: ${why}`)
      return 'gave up'
    } finally {
      reloads += browser.reloads()
    }
  }
  const endings = await Promise.all(wishes.map(visit))
  return { endings, complaints, reloads }
}
