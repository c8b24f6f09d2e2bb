import { type Kysely, sql } from 'kysely'

/** Goods that are free of VAT (부가가치세법 제26조), such as fresh food and books, and which of them an order was for. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const table of ['products', 'order_lines'])
    await sql`alter table ${sql.table(table)}
      add column is_vat_free boolean not null default false`.execute(db)
}
