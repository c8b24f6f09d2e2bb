import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  // Nobody sells anything between the opening balances and the triggers.
  'lock table variants in share row exclusive mode',
  `create table stock_moves (
     id bigint generated always as identity primary key,
     variant_id text not null references variants,
     pieces integer not null check (pieces <> 0),
     why text not null,
     order_id text references orders,
     who text,
     note text,
     once text unique,
     at timestamptz not null default now()
   )`,
  'create index stock_moves_by_variant on stock_moves (variant_id, id)',
  'create index stock_moves_by_order on stock_moves (order_id) where order_id is not null',
  `insert into stock_moves (variant_id, pieces, why)
   select id, stock, 'opening' from variants where stock > 0 order by id`,
  `create trigger stock_moves_is_append_only before update or delete on stock_moves
     for each statement execute function ledger_is_append_only()`,
  // A row is added to the shelf; and what changed the shelf by itself becomes a row, without being added once more.
  `create function stock_moved() returns trigger language plpgsql as $$
   begin
     update variants set stock = stock + new.pieces where id = new.variant_id;
     return null;
   end $$`,
  `create trigger stock_moved after insert on stock_moves for each row
     when (pg_trigger_depth() = 0) execute function stock_moved()`,
  `create function stock_is_explained() returns trigger language plpgsql as $$
   begin
     insert into stock_moves (variant_id, pieces, why)
     values (new.id, new.stock - case when tg_op = 'INSERT' then 0 else old.stock end, 'unexplained');
     return null;
   end $$`,
  `create trigger stock_is_explained after update of stock on variants for each row
     when (pg_trigger_depth() = 0 and old.stock <> new.stock) execute function stock_is_explained()`,
  `create trigger stock_is_explained_at_first after insert on variants for each row
     when (pg_trigger_depth() = 0 and new.stock <> 0) execute function stock_is_explained()`,
]
