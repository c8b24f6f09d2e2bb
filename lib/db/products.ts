import type { Db, Tx } from './connection'

export type Product = {
  readonly id: string
  readonly slug: string
  readonly nameKo: string
  readonly nameEn: string
  readonly descriptionKo: string
  readonly descriptionEn: string
  readonly price: number
  readonly stock: number
  readonly picture: string
}

const columns = [
  'id',
  'slug',
  'nameKo',
  'nameEn',
  'descriptionKo',
  'descriptionEn',
  'price',
  'stock',
  'picture',
] as const

export const listProducts = (db: Db): Promise<Product[]> =>
  db.selectFrom('products').select(columns).orderBy('position').execute()

export async function findProductBySlug(db: Db, slug: string): Promise<Product | null> {
  const query = db.selectFrom('products').select(columns).where('slug', '=', slug)
  return (await query.executeTakeFirst()) ?? null
}

export async function findProduct(db: Db, id: string): Promise<Product | null> {
  const query = db.selectFrom('products').select(columns).where('id', '=', id)
  return (await query.executeTakeFirst()) ?? null
}

type Wanted = { readonly productId: string; readonly quantity: number }

/**
 * Takes all lines from stock or none of them. Rows are locked in one fixed order, so that two orders
 * with the same products cannot wait for each other.
 */
export async function takeStock(tx: Tx, orderId: string): Promise<boolean> {
  const wanted = await linesOf(tx, orderId)
  const ids = wanted.map(({ productId }) => productId)
  const shelf = await tx
    .selectFrom('products')
    .select(['id', 'stock'])
    .where('id', 'in', ids)
    .orderBy('id')
    .forUpdate()
    .execute()
  const there = wanted.every(({ productId, quantity }) =>
    shelf.some(({ id, stock }) => id === productId && stock >= quantity),
  )
  if (!there) return false
  for (const line of wanted) await addStock(tx, line.productId, -line.quantity)
  return true
}

/** Gives back what takeStock took. */
export async function giveBackStock(tx: Tx, orderId: string): Promise<void> {
  for (const line of await linesOf(tx, orderId)) await addStock(tx, line.productId, line.quantity)
}

const linesOf = (tx: Tx, orderId: string): Promise<Wanted[]> =>
  tx
    .selectFrom('orderLines')
    .select(['productId', 'quantity'])
    .where('orderId', '=', orderId)
    .orderBy('productId')
    .execute()

async function addStock(tx: Tx, id: string, quantity: number): Promise<void> {
  await tx
    .updateTable('products')
    .set((e) => ({ stock: e('stock', '+', quantity) }))
    .where('id', '=', id)
    .execute()
}
