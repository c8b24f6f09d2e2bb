import { z } from 'zod'
import type { Answer } from '@/lib/simulator/answer'
import { chargesRequest, planCharges } from '@/lib/simulator/api/charges'
import { addFault, faultRequest } from '@/lib/simulator/api/faults'
import type { SimulatorConfig } from '@/lib/simulator/config'
import { letTimePass } from '@/lib/simulator/control/let-time-pass'
import { reset } from '@/lib/simulator/control/reset'
import { advanceRequest, clockProblem } from '@/lib/simulator/duration'
import { actInCustomerArea, customerAreaRequest } from '@/lib/simulator/money/customer-area'
import { actInDispute, disputeRequest } from '@/lib/simulator/money/disputes'
import { refundNewsRequest, sendRefundNews } from '@/lib/simulator/money/refund-news'
import { choices } from '@/lib/simulator/payment/endings'
import { retimeOpen } from '@/lib/simulator/payment/payment'
import { queueScript, scriptRequest } from '@/lib/simulator/payment/script-queue'
import { unlink, unlinkRequest } from '@/lib/simulator/payment/tokens'
import { setSwitches, switches } from '@/lib/simulator/switches'
import { pressButton } from '@/lib/simulator/wallet/wallet'
import { enterWebhook, webhookRequest } from '@/lib/simulator/webhooks/entered-webhooks'
import { notificationRequest, sendNotification } from '@/lib/simulator/webhooks/send-notification'
import { sendTokenWebhook, tokenWebhookRequest } from '@/lib/simulator/webhooks/send-token-webhook'
import { sendTestEvent, testEventRequest } from '@/lib/simulator/webhooks/test-events'
import { deliverDue } from '@/lib/simulator/webhooks/webhook-delivery'

type Act = (config: SimulatorConfig, fields: unknown) => Promise<Answer>

const ok = (body: unknown): Answer => ({ status: 200, body })

export const currentTime = async ({ now }: SimulatorConfig) =>
  ok({ now: new Date(await now()).toISOString() })

/** An act whose fields are checked first; what is wrong with them is the answer. */
function acting<T>(
  schema: z.ZodType<T>,
  work: (config: SimulatorConfig, fields: T) => Promise<Answer>,
): Act {
  return async (config, fields) => {
    const parsed = schema.safeParse(fields)
    if (!parsed.success) return { status: 400, body: { error: z.prettifyError(parsed.error) } }
    return work(config, parsed.data)
  }
}

const aboutOne = z.object({ reference: z.string().nullable().default(null) })

const setting = acting(
  switches.partial().strict().extend(aboutOne.shape),
  async ({ pool }, { reference, ...settings }) => {
    await setSwitches(pool, reference, settings)
    if (reference !== null) await retimeOpen(pool, reference, settings)
    return ok({ reference, settings })
  },
)

/** What can be posted to, by the path below /control. */
export const controlActs: Readonly<Record<string, Act>> = {
  '/clock': acting(advanceRequest, async (config, { ms, stepping }) => {
    const error = clockProblem((await config.now()) + ms)
    if (error !== null) return { status: 400, body: { error } }
    if (stepping) await letTimePass(config, ms)
    else await config.moveClock(ms)
    return currentTime(config)
  }),
  '/charges': acting(chargesRequest, async (config, asked) => {
    await planCharges(config, asked)
    return ok({ charges: asked })
  }),
  '/tokens/unlink': acting(unlinkRequest, async (config, asked) =>
    ok({ unlinked: await unlink(config, asked) }),
  ),
  '/tokens/notifications': acting(tokenWebhookRequest, async (config, asked) =>
    ok({ token: await sendTokenWebhook(config, asked) }),
  ),
  '/deliver': async (config) => ok({ delivered: await deliverDue(config) }),
  '/faults': acting(faultRequest, async ({ pool }, fault) => {
    await addFault(pool, fault)
    return ok({ fault })
  }),
  '/switches': setting,
  // The older name of the same.
  '/webhooks': setting,
  '/scripts': acting(scriptRequest, async ({ pool }, asked) =>
    ok({ script: asked.script, is: await queueScript(pool, asked) }),
  ),
  '/notifications': acting(notificationRequest, async (config, asked) =>
    ok({ pspReference: await sendNotification(config, asked) }),
  ),
  '/customer-area': acting(customerAreaRequest, actInCustomerArea),
  '/refund-news': acting(refundNewsRequest, sendRefundNews),
  '/disputes': acting(disputeRequest, actInDispute),
  '/test-events': acting(testEventRequest, async (config, asked) =>
    ok({ pspReference: await sendTestEvent(config, asked) }),
  ),
  '/webhook-settings': acting(webhookRequest, enterWebhook),
  '/replay': acting(z.object({ reference: z.string() }), async (config, { reference }) => {
    const { rowCount } = await config.pool.query(
      `update simulator.notifications set status = 'waiting', due_at = $2, leased_until = null,
         lost_attempts = 0 where reference = $1`,
      [reference, await config.now()],
    )
    return ok({ replayed: rowCount })
  }),
  '/wallet': acting(choices.extend({ reference: z.string() }), pressFor),
  '/reset': acting(aboutOne, async ({ pool }, { reference }) => {
    await reset(pool, reference)
    return ok({ reset: true, reference })
  }),
}

/** The same as a button of the wallet page, for tests that speak HTTP only. */
async function pressFor(
  config: SimulatorConfig,
  { reference, ...chosen }: z.infer<typeof choices> & { reference: string },
): Promise<Answer> {
  const way = await pressButton(config, 'reference', reference, chosen)
  switch (way.kind) {
    case 'returns':
      return ok({ returnUrl: way.url, form: way.form })
    case 'stays':
      return ok({ returnUrl: null, form: null })
    case 'over':
      if (chosen.press === 'Let the time run out') return ok({ returnUrl: null, form: null })
      return { status: 409, body: { error: `The payment ${reference} has ended.` } }
    case 'no_script':
      return { status: 409, body: { error: `The payment ${reference} has no script.` } }
    case 'unknown':
      return { status: 404, body: { error: `There is no payment ${reference}.` } }
  }
}
