import { type Kysely, sql } from 'kysely'
import { collections, products, variants } from '../demonstration/goods'

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of tables) await sql.raw(statement).execute(db)
  for (const row of collections)
    await sql`insert into collections (id, name_ko, name_en, lead_ko, lead_en, position)
      values (${row.id}, ${row.ko[0]}, ${row.en[0]}, ${row.ko[1]}, ${row.en[1]}, ${row.position})`.execute(
      db,
    )
  for (const [index, row] of products.entries())
    await sql`insert into products
        (id, slug, collection_id, name_ko, name_en, description_ko, description_en, position)
      values (${row.id}, ${row.id}, ${row.collection}, ${row.ko[0]}, ${row.en[0]}, ${row.ko[1]},
        ${row.en[1]}, ${index + 1})
      on conflict (id) do update set collection_id = excluded.collection_id,
        position = excluded.position`.execute(db)
  for (const row of variants)
    await sql`insert into variants (id, product_id, option_ko, option_en, price, stock, position)
      values (${row.id}, ${row.product}, ${row.ko}, ${row.en}, ${row.price}, ${row.stock},
        ${row.position})
      on conflict (id) do nothing`.execute(db)
  for (const statement of afterwards) await sql.raw(statement).execute(db)
}

const tables = [
  `create table collections (
     id       text primary key,
     name_ko  text not null,
     name_en  text not null,
     lead_ko  text not null,
     lead_en  text not null,
     position integer not null
   )`,
  'alter table products add column collection_id text references collections',

  // What is put into a cart, counted and priced. A product without a choice has one, of its own name.
  `create table variants (
     id         text primary key,
     product_id text not null references products,
     option_ko  text not null,
     option_en  text not null,
     price      bigint not null check (price > 0),
     stock      integer not null check (stock >= 0),
     position   integer not null
   )`,
  'create index variants_by_product on variants (product_id)',
  `insert into variants (id, product_id, option_ko, option_en, price, stock, position)
     select id, id, '', '', price, stock, 1 from products`,

  'alter table cart_lines rename column product_id to variant_id',
  'alter table cart_lines drop constraint cart_lines_product_id_fkey',
  'alter table cart_lines add foreign key (variant_id) references variants',
  // What the shopper was told when this was put into the cart.
  'alter table cart_lines add column seen_price bigint',
  `update cart_lines set seen_price = price from variants where variants.id = variant_id`,
  'alter table cart_lines alter column seen_price set not null',

  'alter table order_lines rename column product_id to variant_id',
  'alter table order_lines drop constraint order_lines_product_id_fkey',
  'alter table order_lines add foreign key (variant_id) references variants',
  `alter table order_lines add column option_ko text not null default ''`,
  `alter table order_lines add column option_en text not null default ''`,

  'alter table orders add column delivery_fee bigint not null default 0 check (delivery_fee >= 0)',
  // Who carries it, told when it was sent.
  'alter table orders add column parcel text',
  // What the shopper wrote when asking for a return.
  'alter table orders add column return_reason text',

  'alter table products drop column price, drop column stock, drop column picture',
]

// The catalogue's pages are kept until this number moves. Most sales change nothing that they show.
const afterwards = [
  'alter table products alter column collection_id set not null',
  `create function catalogue_changed() returns trigger language plpgsql as $$
   begin
     insert into settings (key, value) values ('catalogue_version', '1')
     on conflict (key) do update set value = (settings.value::bigint + 1)::text;
     return null;
   end $$`,
  `create trigger variants_changed after update on variants for each row
     when ((old.price, old.option_ko, old.option_en, least(old.stock, 6)) is distinct from
           (new.price, new.option_ko, new.option_en, least(new.stock, 6)))
     execute function catalogue_changed()`,
  `create trigger variants_came_or_went after insert or delete on variants
     execute function catalogue_changed()`,
  `create trigger products_changed after insert or update or delete on products
     execute function catalogue_changed()`,
  `create trigger collections_changed after insert or update or delete on collections
     execute function catalogue_changed()`,
]
