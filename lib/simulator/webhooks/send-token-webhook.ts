import { z } from 'zod'
import { inTransaction, type SimulatorConfig } from '@/lib/simulator/config'
import { waitMs } from '@/lib/simulator/duration'
import { allTokens } from '@/lib/simulator/payment/tokens'
import { newPspReference } from '@/lib/simulator/references'
import { FIRST_WEBHOOK_MS, queueWebhooks } from '@/lib/simulator/webhooks/webhook-queue'

/** Any token life-cycle event, also about a token that nobody knows. */
export const tokenWebhookRequest = z.object({
  shopperReference: z.string(),
  type: z.enum(['created', 'updated', 'alreadyExisting', 'disabled']),
  /** Absent: the shopper's newest. `new` stands for one never seen before. */
  token: z.string().optional(),
  method: z.string().default('kakaopay'),
  signature: z.enum(['good', 'bad', 'old']).default('good'),
  delayMs: waitMs.default(0),
})

/** Queues it and gives the token. Only tells: what can be charged stays as it is. */
export async function sendTokenWebhook(
  config: SimulatorConfig,
  asked: z.infer<typeof tokenWebhookRequest>,
): Promise<string> {
  const now = await config.now()
  const { shopperReference, type, method, signature, delayMs } = asked
  return inTransaction(config.pool, async (tx) => {
    const known = await allTokens(tx, shopperReference)
    const meant = asked.token ? known.find(({ token }) => token === asked.token) : known[0]
    const given = asked.token === 'new' ? undefined : asked.token
    const storedPaymentMethodId = given ?? meant?.token ?? newPspReference()
    const token = {
      type: `recurring.token.${type}`,
      shopperReference,
      storedPaymentMethodId,
      method,
      ...(type === 'disabled' ? {} : { operation: type }),
    }
    // Listed with the payment that the token came from, or with the shopper.
    const about = { reference: meant?.reference ?? shopperReference, additionalData: {} }
    const webhook = { afterMs: FIRST_WEBHOOK_MS, token }
    await queueWebhooks(tx, config, about, [webhook], now, { signature, delayMs })
    return storedPaymentMethodId
  })
}
