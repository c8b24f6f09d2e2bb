import { z } from 'zod'
import { attempt, note, order, refund, subscription, token } from '../db/events/stored'
import { type Boss, freeLostJobs, handOverDue, QUEUE } from '../db/queues'
import { applyNotification } from '../flows/notification/apply-notification'
import { askRefund } from '../flows/order/ask-refund'
import { expireAttempt } from '../flows/payment/expire-attempt'
import { askDetailsAgain } from '../flows/payment/finish-payment'
import { resumePayment } from '../flows/payment/resume-payment'
import { record } from '../flows/record'
import { askForToken } from '../flows/saved/ask-for-token'
import { forgetToken } from '../flows/saved/remove-saved'
import { dropPeriod } from '../flows/subscription/change-subscription'
import { chargePeriod } from '../flows/subscription/charge-period'
import { recordPeriodOutcome } from '../flows/subscription/record-period-outcome'
import { renewDue } from '../flows/subscription/renew-due'
import { sendActLink } from './send-act-link'
import { type LetterDeps, sendLetter } from './send-letter'
import { sendSubscriptionLetter } from './send-subscription-letter'
import { sendAgain, sendWritten } from './send-written'

/** What carrying out a job needs besides what flows need. */
export type WorkDeps = LetterDeps & {
  readonly boss: Boss
  /** A worker stays in this process, and its `boss` looks after jobs that were lost. */
  readonly hasWorker: boolean
}

const period = z.number()

const letter = z
  .enum([
    'paid',
    'payment_failed',
    'timed_out',
    'sold_out',
    'refund_requested',
    'refunded',
    'refund_stuck',
    'handed_back',
    'sent',
    'partly_sent',
    'exchange_sent',
    'claim_opened',
    'claim_refused',
    'claim_settled',
    'return_asked', // what a claim was called in jobs that still wait
    'order_link',
  ])
  .transform((kind) => (kind === 'return_asked' ? 'claim_opened' : kind))

const subscriptionLetter = z.enum([
  'subscription_started',
  'renewal_soon',
  'renewal_refused',
  'renewal_sold_out',
  'price_question',
  'subscription_leaving',
  'subscription_over',
])

const job = z.discriminatedUnion('name', [
  z.object({
    name: z.literal('apply_notification'),
    payload: z.object({ notification: z.number() }),
  }),
  z.object({ name: z.literal('expire_attempt'), payload: z.object({ order, attempt }) }),
  z.object({ name: z.literal('resume_payment'), payload: z.object({ order, attempt }) }),
  z.object({ name: z.literal('end_stock_hold'), payload: z.object({ order }) }),
  z.object({
    name: z.literal('ask_details'),
    payload: z.object({ return: z.number(), tries: z.number() }),
  }),
  z.object({
    name: z.literal('ask_refund'),
    payload: z.object({ order, refund, since: z.number().optional() }),
  }),
  z.object({ name: z.literal('refund_again'), payload: z.object({ order, refund }) }),
  z.object({ name: z.literal('renewal_news'), payload: z.object({ order }) }),
  z.object({
    name: z.literal('charge_period'),
    payload: z.object({ subscription, period, try: z.number() }),
  }),
  z.object({ name: z.literal('drop_period'), payload: z.object({ subscription, period }) }),
  z.object({
    name: z.literal('mail_subscription'),
    payload: z.object({ subscription, letter: subscriptionLetter, event: z.number() }),
  }),
  z.object({ name: z.literal('ask_token'), payload: z.object({ attempt, tries: z.number() }) }),
  z.object({ name: z.literal('forget_token'), payload: z.object({ token }) }),
  z.object({ name: z.literal('mail'), payload: z.object({ order, letter, event: z.number() }) }),
  z.object({ name: z.literal('mail_written'), payload: z.object({ order, note }) }),
  z.object({
    name: z.literal('mail_again'),
    payload: z.object({ order, mail: z.number(), event: z.number() }),
  }),
  z.object({
    name: z.literal('mail_act_link'),
    payload: z.discriminatedUnion('kind', [
      z.object({ kind: z.enum(['cancel', 'claim']), order, event: z.number() }),
      z.object({ kind: z.literal('end'), subscription, event: z.number() }),
    ]),
  }),
])
export type Job = z.output<typeof job>

/** A job as it lies in the database. Throws for one of an unknown kind. */
export const parseJob = (data: unknown): Job => job.parse(data)

/** The table of everything that is ever owed. Each can be done twice without harm. */
export function runJob(deps: LetterDeps, { name, payload }: Job): Promise<unknown> {
  switch (name) {
    case 'apply_notification':
      return applyNotification(deps, payload.notification)
    case 'expire_attempt':
      return expireAttempt(deps, payload.order, payload.attempt)
    case 'resume_payment':
      return resumePayment(deps, payload.attempt)
    case 'end_stock_hold':
      return record(deps, payload.order, { kind: 'stock_hold_over' })
    case 'ask_details':
      return askDetailsAgain(deps, payload.return, payload.tries)
    case 'ask_refund':
      return askRefund(deps, payload.refund, payload.since)
    case 'refund_again':
      return record(deps, payload.order, { kind: 'refund_due_again', refund: payload.refund })
    case 'renewal_news':
      return recordPeriodOutcome(deps, payload.order)
    case 'charge_period':
      return chargePeriod(deps, payload)
    case 'drop_period':
      return dropPeriod(deps, payload.subscription, payload.period)
    case 'mail_subscription':
      return sendSubscriptionLetter(deps, payload)
    case 'ask_token':
      return askForToken(deps, payload.attempt, payload.tries)
    case 'forget_token':
      return forgetToken(deps, payload.token)
    case 'mail':
      return sendLetter(deps, payload)
    case 'mail_written':
      return sendWritten(deps, payload)
    case 'mail_again':
      return sendAgain(deps, payload)
    case 'mail_act_link':
      return sendActLink(deps, payload)
  }
}

const BATCH = 20

/**
 * Works off what is due now, until nothing is or the time is up. Returns how many jobs were done.
 * Safe beside any number of others; a job that fails is tried again later. Who is `leaving` takes no more.
 */
export async function workOff(
  deps: WorkDeps,
  timeMs: number,
  leaving: () => boolean = () => false,
): Promise<number> {
  const end = performance.now() + timeMs
  let done = 0
  if (!deps.hasWorker) {
    await deps.boss.start() // where nothing was made ready at the start; done once
    await freeLostJobs(deps.boss)
  }
  while (performance.now() < end && !leaving()) {
    const renewed = await renew(deps)
    const handed = await handOverDue(deps.db, deps.boss, await deps.clock.now())
    const batch = await deps.boss.fetch(QUEUE, { batchSize: BATCH })
    if (renewed === 0 && handed === 0 && batch.length === 0) break
    await Promise.all(batch.map(({ id, data }) => runOne(deps, id, data)))
    done += batch.length
  }
  return done
}

/** Renewals that cannot even be claimed keep no letter, refund or notification waiting. */
async function renew(deps: WorkDeps): Promise<number> {
  try {
    return await renewDue(deps)
  } catch (error) {
    deps.log('Renewals could not be claimed, which is tried again', { why: wordsOf(error) })
    return 0
  }
}

async function runOne(deps: WorkDeps, id: string, data: unknown): Promise<void> {
  const parsed = job.safeParse(data)
  try {
    if (!parsed.success) throw new Error('a job of an unknown kind')
    await runJob(deps, parsed.data)
    await deps.boss.complete(QUEUE, id)
  } catch (error) {
    const why = wordsOf(error)
    deps.log('A job failed and is tried again', { job: parsed.data?.name ?? id, why })
    await deps.boss.fail(QUEUE, id, { why })
  }
}

const wordsOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

const PAUSE_MS = 500
const TURN_MS = 30_000

/**
 * The worker of a process that stays: works, pauses, and survives a database that is away. What it does beside that is
 * done one after the other, and keeps nothing that is owed waiting when it fails.
 */
export function startWorker(
  deps: WorkDeps,
  besides: readonly (() => Promise<void>)[],
): () => Promise<void> {
  let going = true
  const attempt = async (work: () => Promise<unknown>, failed: string) => {
    try {
      await work()
    } catch (error) {
      deps.log(failed, { why: wordsOf(error) })
    }
  }
  const loop = async () => {
    while (going) {
      // First of all a pause: a server that is just starting hears no knock yet.
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
      if (!going) return
      for (const each of besides)
        await attempt(each, 'The worker could not do what it does beside its work')
      await attempt(() => workOff(deps, TURN_MS, () => !going), 'The worker could not work')
    }
  }
  const ended = loop()
  return async () => {
    going = false
    await ended
  }
}
