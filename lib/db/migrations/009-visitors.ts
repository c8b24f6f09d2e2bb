import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  // A visitor gets another id at sign-in, and none is left at sign-out.
  'alter table cart_lines drop constraint cart_lines_cart_id_fkey',
  `alter table cart_lines add foreign key (cart_id) references carts
     on delete cascade on update cascade`,
  'create index orders_by_visitor on orders (visitor)',
  'create index subscriptions_by_visitor on subscriptions (visitor)',
  // The id that the browser was given with this session, so that ending it from elsewhere ends both.
  'alter table sessions add column visitor text',
]
