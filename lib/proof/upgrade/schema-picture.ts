import type { ClientBase } from 'pg'

/** Something of a table that the version before may count on, or meets when it writes. */
export type SchemaPart = {
  readonly table: string
  readonly kind: 'column' | 'rule' | 'trigger'
  readonly name: string
  /** As Postgres says it: another text is another thing. */
  readonly definition: string
  /** Of a column: whoever does not know it can write no row. */
  readonly isDemanded: boolean
  /** Of a rule: what it is about. */
  readonly columns: readonly string[]
}

export type SchemaPicture = {
  readonly tables: readonly string[]
  readonly parts: readonly SchemaPart[]
}

const tables = `
  select relname as name from pg_class
  where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by 1`

const columns = `
  select c.relname as table, 'column' as kind, a.attname as name,
         format_type(a.atttypid, a.atttypmod) || case when a.attnotnull then ', not null' else ', or null' end
           as definition,
         a.attnotnull and d.oid is null and a.attidentity = '' as "isDemanded", array[]::text[] as columns
  from pg_attribute a join pg_class c on c.oid = a.attrelid
    left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
    and a.attnum > 0 and not a.attisdropped`

const named = (relation: string, numbers: string) => `array(
  select attname::text from pg_attribute
  where attrelid = ${relation} and attnum = any(${numbers}) and attnum > 0)`

// What is not null is said of the columns.
const constraints = `
  select conrelid::regclass::text as table, 'rule' as kind, conname as name,
         pg_get_constraintdef(oid) as definition, false as "isDemanded", ${named('conrelid', 'conkey')} as columns
  from pg_constraint where connamespace = 'public'::regnamespace and conrelid <> 0 and contype <> 'n'`

const uniqueIndexes = `
  select indrelid::regclass::text as table, 'rule' as kind, indexrelid::regclass::text as name,
         pg_get_indexdef(indexrelid) as definition, false as "isDemanded", ${named('indrelid', 'indkey')} as columns
  from pg_index i join pg_class c on c.oid = indrelid
  where c.relnamespace = 'public'::regnamespace and indisunique
    and not exists (select from pg_constraint where conindid = indexrelid)`

const triggers = `
  select tgrelid::regclass::text as table, 'trigger' as kind, tgname as name,
         pg_get_triggerdef(t.oid) || p.prosrc as definition, false as "isDemanded", array[]::text[] as columns
  from pg_trigger t join pg_proc p on p.oid = tgfoid
  where not tgisinternal and p.pronamespace = 'public'::regnamespace`

/** What the system's own tables know of ours. */
export async function schemaPicture(client: ClientBase): Promise<SchemaPicture> {
  const found = await client.query<{ name: string }>(tables)
  const parts = [columns, constraints, uniqueIndexes, triggers].join('\nunion all\n')
  const { rows } = await client.query<SchemaPart>(`${parts} order by 1, 2, 3`)
  return { tables: found.rows.map(({ name }) => name), parts: rows }
}
