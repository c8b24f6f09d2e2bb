import { deps } from '@/lib/deps'
import { env, isLoopback, simulatorOrigin } from '@/lib/env'
import { createSimulator, type Simulator } from '@/lib/simulator/simulator'

let built: Promise<Simulator> | undefined

/** The simulator of this process with its tables in place. A failed start is tried again next time. */
export function simulator(): Promise<Simulator> {
  built ??= build().catch((error: unknown) => {
    built = undefined
    throw error
  })
  return built
}

async function build(): Promise<Simulator> {
  const { adyen, baseUrl, simulatorPassword } = env()
  const { pool, clock } = deps()
  const [hmacKey, previousHmacKey] = adyen.hmacKeys
  if (hmacKey === undefined) throw new Error('the simulator has no key to sign webhooks with')

  const made = createSimulator({
    pool,
    now: () => clock.now(),
    moveClock: (ms) => clock.advance(ms),
    origin: `${simulatorOrigin(baseUrl)}/simulator`,
    shop: {
      name: 'Norang',
      webhookUrl: `${baseUrl}/api/webhooks/adyen`,
      hmacKey,
      previousHmacKey: previousHmacKey ?? null,
      username: adyen.webhookUser?.name ?? null,
      password: adyen.webhookUser?.password ?? null,
    },
    merchantAccount: adyen.merchantAccount,
    apiKey: adyen.apiKey,
    controlPassword: simulatorPassword,
    open: isLoopback(baseUrl),
    retryScale: 1,
  })
  await made.migrate()
  return made
}
