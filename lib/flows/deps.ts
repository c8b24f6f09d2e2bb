import type { Adyen } from '../adyen/client'
import type { Tariff } from '../core/delivery'
import type { Instant } from '../core/ids'
import type { Db } from '../db/connection'
import type { UnpaidCaps } from '../db/unpaid-orders'

/** The clock of the shop. On the simulator it can be moved, so it is asked and never assumed. */
export type Clock = { now(): Promise<Instant> }

/** Writes one line about what happened, without personal data, secrets or payloads. */
export type Log = (message: string, facts: Readonly<Record<string, unknown>>) => void

/** Counts a letter that somebody asked for, when it is known that it would be mailed: whether it may be. */
export type MayMail = (wanted: {
  /** Which one: asked for again, it is the same. */
  readonly letter: string
  /** Whether money came for what it is about. */
  readonly isPaidFor: boolean
}) => Promise<boolean>

/** What a flow needs of the world. Tests pass a scratch database and a clock of their own. */
export type Deps = {
  readonly db: Db
  readonly adyen: Adyen
  readonly clock: Clock
  readonly log: Log
  /** 22 unguessable letters and digits. */
  readonly newId: () => string
  /** A UUID for an idempotency key. */
  readonly newKey: () => string
  /** Caps on what somebody keeps from others without paying; null: there are none, for load tests. */
  readonly unpaidCaps: UnpaidCaps | null
  /** Keys of which only the shop knows, each for one purpose. */
  readonly keys: { for(purpose: 'act links' | 'networks'): Promise<Buffer> }
  readonly shop: {
    readonly baseUrl: string
    /** Who the setting makes an owner of the shop. */
    readonly owners: readonly string[]
    readonly merchantAccount: string
    readonly live: boolean
    /** Strangers reach this shop, and its money is the simulator's: nobody gives goods away for that. */
    readonly isPlayMoney: boolean
    /** Keys of the standard notifications, newest first. */
    readonly hmacKeys: () => Promise<readonly string[]>
    readonly webhookUser: { readonly name: string; readonly password: string } | null
    readonly timeLimitMs: number
    /** How long goods are put aside for an order that is not paid, from its first attempt. */
    readonly stockHoldMs: number
    readonly tariff: Tariff
    /** Keys of the notifications about the life of tokens. */
    readonly tokenHmacKeys: () => Promise<readonly string[]>
    /** After how many days each refusal of a renewal is tried again; after the last it ends. */
    readonly dunningDays: readonly number[]
    /** Charges of saved wallets let go in a minute, all workers together. */
    readonly renewalsPerMinute: number
    /** Charges outside of subscriptions for one shopper in a day. */
    readonly unscheduledPerDay: number
  }
}
