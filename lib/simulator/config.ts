import type { Pool, PoolClient } from 'pg'

export type SimulatorConfig = {
  /** Everything it remembers lies in the schema `simulator` of this database. */
  readonly pool: Pool
  /** Epoch milliseconds of the movable clock. */
  readonly now: () => Promise<number>
  readonly moveClock: (ms: number) => Promise<void>
  /** When the shop will next have something to do, for a clock that stops wherever something is due. */
  readonly nextDue?: () => Promise<number | null>
  /** Lets the shop do what is due. */
  readonly settle?: () => Promise<unknown>
  /** Public origin of its pages with its path prefix, such as http://127.0.0.1:3000/simulator. */
  readonly origin: string
  /** What a merchant would set in the Customer Area; null: it is entered on the control page, and kept. */
  readonly shop: {
    readonly name: string
    readonly webhookUrl: string
    /** Where token life-cycle events go; absent: /tokens below the address for webhooks. */
    readonly tokenWebhookUrl?: string
    readonly hmacKey: string
    /** Of the webhook about tokens; absent: the same. */
    readonly tokenHmacKey?: string
    /** The key before the last rotation; without it nothing can be signed with an old key. */
    readonly previousHmacKey?: string | null
    /** The same of the webhook about tokens, where that has a key of its own. */
    readonly previousTokenHmacKey?: string | null
    readonly username: string | null
    readonly password: string | null
    /** Shown at the shop's door where Vercel lets only a team in. */
    readonly pass?: string | null
  } | null
  readonly merchantAccount: string
  readonly apiKey: string
  readonly controlPassword: string | null
  /** True where nobody but this machine can reach it: the controls then need no password. */
  readonly open: boolean
  /**
   * Where it may send a browser or a webhook, and the setting that says so: one that anybody can reach is nobody's way
   * to a third address. Null: anywhere.
   */
  readonly leadsTo: { readonly origins: readonly string[]; readonly setting: string } | null
  /** 1 is Adyen's own schedule of retries; smaller is quicker. */
  readonly retryScale: number
}

/** A pool or a client inside a transaction. */
export type Database = Pick<PoolClient, 'query'>

/**
 * Nothing inside may use another connection of the pool, and that goes for the clock too: as many
 * transactions as there are connections would wait for each other for ever.
 */
export async function inTransaction<T>(pool: Pool, work: (tx: Database) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    const result = await work(client)
    await client.query('commit')
    client.release()
    return result
  } catch (error) {
    // A connection whose rollback fails too is of no use to anybody: it leaves the pool.
    const usable = await client.query('rollback').then(
      () => true,
      () => false,
    )
    client.release(!usable)
    throw error
  }
}
