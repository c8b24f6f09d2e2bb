import { sql } from 'kysely'
import { z } from 'zod'
import { parseJson } from '../core/json'
import type { Db, Tx } from './connection'
import type { OrderLine } from './orders'
import { makeRoomFor } from './people/anonymous-carts'

/** A cart line with today's name, price and stock. */
export type CartLine = OrderLine & {
  readonly slug: string
  readonly stock: number
  /** False: nothing is sent of it. */
  readonly isDelivered: boolean
  /** What it cost when it was put into the cart. */
  readonly seenPrice: number
}

export type Cart = {
  readonly id: string
  /** Names the order that this cart becomes; a new one after every change that an order has seen. */
  readonly checkoutId: string
  readonly draft: string | null
  /** Another browser has taken it over, and nobody has gone on with it here since. */
  readonly isElsewhere: boolean
  readonly lines: readonly CartLine[]
}

export async function findCart(db: Db | Tx, id: string): Promise<Cart | null> {
  const row = await db
    .selectFrom('carts')
    .select(['id', 'checkoutId', 'draft'])
    .select((e) =>
      e
        .exists(
          e
            .selectFrom('handOvers')
            .select('cartId')
            .whereRef('cartId', '=', 'carts.id')
            // Whoever has changed it since has gone on with it.
            .whereRef('handOvers.checkoutId', '=', 'carts.checkoutId')
            .where('takenAt', 'is not', null),
        )
        .$castTo<boolean>()
        .as('isElsewhere'),
    )
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? { ...row, lines: await linesOf(db, id) } : null
}

/** Holds the cart's row until the transaction ends, so that two presses of Pay come one by one. */
export async function lockCart(tx: Tx, id: string): Promise<Cart | null> {
  await lockCarts(tx, [id])
  return findCart(tx, id)
}

/** The same for several, always in one order, so that no two wait for each other. */
export async function lockCarts(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx
    .selectFrom('carts')
    .select('id')
    .where('id', 'in', ids)
    .orderBy('id')
    .forUpdate()
    .execute()
}

const linesOf = (db: Db | Tx, id: string): Promise<CartLine[]> =>
  db
    .selectFrom('cartLines')
    .innerJoin('variants', 'variants.id', 'cartLines.variantId')
    .innerJoin('products', 'products.id', 'variants.productId')
    .select(['variantId', 'slug', 'nameKo', 'nameEn', 'optionKo', 'optionEn'])
    .select(['price', 'seenPrice', 'quantity', 'stock', 'isDelivered'])
    .where('cartId', '=', id)
    .orderBy('products.position')
    .orderBy('variants.position')
    .execute()

/** What a cart is made with that is not there yet. */
type FreshCart = {
  readonly checkoutId: string
  /** A fingerprint of where it is made from. */
  readonly network: string
  readonly at: Date
}

type Change = {
  readonly cart: string
  readonly variantId: string
  /** How much of it shall be there; 0 takes it out. */
  readonly quantity: number
  /** What the shopper has been told that it costs. */
  readonly seenPrice: number
}

/** Says how much of something is in a cart, which is made when it is new. */
export async function setLine(
  tx: Tx,
  { cart, variantId, quantity, seenPrice }: Change,
  fresh: FreshCart,
): Promise<void> {
  const { checkoutId, at: updatedAt } = fresh
  // A changed cart is another order, so it gets another checkout id.
  await storeCart(tx, cart, fresh, { checkoutId, updatedAt })
  if (quantity === 0)
    await tx
      .deleteFrom('cartLines')
      .where('cartId', '=', cart)
      .where('variantId', '=', variantId)
      .execute()
  else
    await tx
      .insertInto('cartLines')
      .values({ cartId: cart, variantId, quantity, seenPrice })
      .onConflict((conflict) =>
        conflict.columns(['cartId', 'variantId']).doUpdateSet({ quantity, seenPrice }),
      )
      .execute()
}

type Stored = { checkoutId?: string; draft?: string; updatedAt: Date }

/** Changes a cart, or makes it; whoever makes one more than their network may have makes room. */
async function storeCart(
  db: Db | Tx,
  id: string,
  { checkoutId, network }: FreshCart,
  stored: Stored,
): Promise<void> {
  const cart = await db
    .insertInto('carts')
    .values({ id, checkoutId, draft: null, network, ...stored })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(stored))
    .returning(sql<boolean>`xmax = 0`.as('isNew'))
    .executeTakeFirstOrThrow()
  if (cart.isNew) await makeRoomFor(db, id, network)
}

/** Puts a cart into the place of another one, with its form and as the order that it becomes: the first becomes another. */
export async function giveCart(
  tx: Tx,
  { id: from, checkoutId, draft }: Cart,
  to: string,
  fresh: FreshCart,
): Promise<void> {
  const { network, at: updatedAt } = fresh
  await renewCheckout(tx, checkoutId, fresh.checkoutId)
  const stored = { checkoutId, updatedAt, ...(draft === null ? {} : { draft }) }
  await storeCart(tx, to, { checkoutId, network, at: updatedAt }, stored)
  await tx.deleteFrom('cartLines').where('cartId', '=', to).execute()
  await sql`insert into cart_lines (cart_id, variant_id, quantity, seen_price)
    select ${to}, variant_id, quantity, seen_price from cart_lines where cart_id = ${from}`.execute(
    tx,
  )
}

/** Empties the cart that became an order, unless it has been changed since. */
export async function emptyCart(tx: Tx, checkoutId: string, fresh: string): Promise<void> {
  const cart = await renewCheckout(tx, checkoutId, fresh)
  if (cart) await tx.deleteFrom('cartLines').where('cartId', '=', cart.id).execute()
}

/** What is in this cart becomes another order than the one made of it before. */
export const renewCheckout = (db: Db | Tx, checkoutId: string, fresh: string) =>
  db
    .updateTable('carts')
    .set({ checkoutId: fresh })
    .where('checkoutId', '=', checkoutId)
    .returning('id')
    .executeTakeFirst()

const typed = z.record(z.string(), z.string())

/** What was typed into the checkout form, by field name. */
export const draftOf = (cart: Cart | null): Readonly<Record<string, string>> =>
  typed.safeParse(parseJson(cart?.draft ?? '')).data ?? {}

/** Keeps what was typed into the checkout form. */
export async function keepDraft(
  db: Db,
  id: string,
  draft: object,
  fresh: FreshCart,
): Promise<void> {
  // Whoever subscribes may never have put anything into a cart.
  await storeCart(db, id, fresh, { draft: JSON.stringify(draft), updatedAt: fresh.at })
}
