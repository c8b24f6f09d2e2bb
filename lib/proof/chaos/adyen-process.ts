import { setTimeout as sleep } from 'node:timers/promises'
import { Pool } from 'pg'
import { serve } from '@/lib/proof/shop/serve'
import { watchTraffic } from '@/lib/proof/specification/watch-traffic'
import { createSimulator, type Simulator } from '@/lib/simulator/simulator'
import type { AdyenProcessSettings } from './start-adyen'

/* Adyen and KakaoPay as a process of their own, which ends with the one that started it. */

const settings: AdyenProcessSettings = JSON.parse(process.argv[2] ?? '')
process.on('disconnect', () => process.exit())

const pool = new Pool({ connectionString: settings.databaseUrl, max: 20 })
pool.on('error', () => undefined)
let ahead = 0
let handle: Simulator['handle'] = async () => new Response(null, { status: 503 })
const traffic = watchTraffic()
const watched = traffic.api((request) => handle(request))
const { origin } = await serve((request) =>
  watched(request).finally(() => {
    for (const complaint of traffic.complaints.splice(0)) process.send?.({ complaint })
  }),
)
const simulator = createSimulator({
  pool,
  now: async () => Date.now() + ahead,
  moveClock: async (ms) => {
    ahead += ms
  },
  origin,
  shop: {
    name: 'Norang',
    webhookUrl: settings.webhookUrl,
    hmacKey: settings.hmacKey,
    username: null,
    password: null,
  },
  merchantAccount: settings.merchantAccount,
  apiKey: settings.apiKey,
  controlPassword: null,
  open: true,
  leadsTo: null,
  retryScale: 1,
})
await simulator.migrate()
handle = simulator.handle

// As Adyen does, several are under way at once: one that gets no answer holds up no other.
const SENDERS = 4
for (let sender = 0; sender < SENDERS; sender++) void send()
process.send?.(origin)

async function send(): Promise<never> {
  for (;;) {
    await simulator.deliverDue().catch((error) => console.error(error))
    await sleep(100)
  }
}
