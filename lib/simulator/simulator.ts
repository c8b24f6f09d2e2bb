import { jsonResponse, notFound, serviceError } from '@/lib/simulator/answer'
import { answerApi } from '@/lib/simulator/api/api'
import type { SimulatorConfig } from '@/lib/simulator/config'
import { answerControl } from '@/lib/simulator/control/control'
import { answerJuso } from '@/lib/simulator/juso/juso'
import { migrate } from '@/lib/simulator/migrate'
import { answerWallet } from '@/lib/simulator/wallet/wallet-routes'
import { makeWebhookKeys } from '@/lib/simulator/webhooks/entered-webhooks'
import { deliverDue, nextDelivery } from '@/lib/simulator/webhooks/webhook-delivery'

export type { SimulatorConfig } from '@/lib/simulator/config'

export type Simulator = {
  /** Everything under the path of the origin. */
  handle(request: Request): Promise<Response>
  /** Sends the webhooks that are due and says how many; several processes may do so at once. */
  deliverDue(): Promise<number>
  /** In how many milliseconds the next webhook is due; null: none waits. */
  nextDelivery(): Promise<number | null>
  migrate(): Promise<void>
}

/** Adyen and KakaoPay in miniature, and the address search: APIs, the wallet's page, the webhooks and a control desk. */
export function createSimulator(config: SimulatorConfig): Simulator {
  const prefix = new URL(config.origin).pathname.replace(/\/$/, '')
  return {
    handle(request) {
      const { pathname } = new URL(request.url)
      // Only the path counts: behind a proxy the host of the request is not the one that people see.
      if (pathname !== prefix && !pathname.startsWith(`${prefix}/`))
        return Promise.resolve(jsonResponse(notFound))
      return answer(config, request, pathname.slice(prefix.length).replace(/\/$/, ''))
    },
    deliverDue: () => deliverDue(config),
    nextDelivery: () => nextDelivery(config),
    async migrate() {
      await migrate(config.pool)
      if (config.shop === null) await makeWebhookKeys(config.pool)
    },
  }
}

const broken = serviceError(500, '701', 'The server could not process the request', 'internal')

async function answer(config: SimulatorConfig, request: Request, path: string): Promise<Response> {
  try {
    return await answerOf(config, request, path)
  } catch (error) {
    // Whoever has gone away has broken nothing.
    if (!request.signal.aborted) console.error('the simulator could not answer:', error)
    return jsonResponse(broken)
  }
}

async function answerOf(
  config: SimulatorConfig,
  request: Request,
  path: string,
): Promise<Response> {
  if (path.startsWith('/api/')) return answerApi(config, request, path)
  if (path.startsWith('/juso/')) return answerJuso(config, request, path)
  if (path === '/control' || path.startsWith('/control/'))
    return answerControl(config, request, path.slice('/control'.length))
  return (await answerWallet(config, request, path)) ?? jsonResponse(notFound)
}
