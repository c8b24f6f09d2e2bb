import { sql } from 'kysely'
import type { PersonId, Role } from '../../core/desk/roles'
import type { Locale } from '../../core/locale'
import type { Db, Tx } from '../connection'

export type PersonRow = {
  readonly id: PersonId
  readonly email: string
  readonly role: Role | null
  readonly locale: Locale | null
  readonly twoFactorEnabled: boolean
  readonly mustHaveSecondFactor: boolean
  readonly invitedUntil: Date | null
  readonly removedAt: Date | null
}

const columns = [
  'id',
  'email',
  'role',
  'locale',
  'twoFactorEnabled',
  'mustHaveSecondFactor',
  'invitedUntil',
  'removedAt',
] as const

export const findPersonByEmail = async (db: Db, email: string): Promise<PersonRow | null> =>
  (await db
    .selectFrom('deskPeople')
    .select(columns)
    .where('email', '=', email)
    .executeTakeFirst()) ?? null

/** Holds somebody's row until the transaction ends. Null: nobody is called so. */
export const lockPerson = async (tx: Tx, id: PersonId): Promise<PersonRow | null> =>
  (await tx
    .selectFrom('deskPeople')
    .select(columns)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()) ?? null

/** Everybody who is or was to be let in, in the order of their coming; a shop has few. */
export const listPeople = (db: Db): Promise<(PersonRow & { readonly seenAt: Date | null })[]> =>
  db
    .selectFrom('deskPeople')
    .select(columns)
    .select((e) =>
      e
        .selectFrom('deskSessions')
        .select(({ fn }) => fn.max('deskSessions.seenAt').as('seenAt'))
        .whereRef('deskSessions.userId', '=', 'deskPeople.id')
        .as('seenAt'),
    )
    .orderBy('createdAt')
    .limit(200)
    .execute()

type Invited = {
  readonly id: PersonId
  readonly email: string
  readonly role: Role
  readonly locale: Locale
  readonly until: Date
  readonly at: Date
}

/** Somebody is to be let in until then; who was removed, or did not come in time, is asked anew. */
export async function storeInvitation(
  tx: Tx,
  { id, email, role, locale, until, at }: Invited,
): Promise<PersonRow> {
  const asked = { role, invitedUntil: until, removedAt: null, updatedAt: at }
  return (
    tx
      .insertInto('deskPeople')
      // Only a code out of their mailbox lets them in, which proves the address.
      .values({ id, email, locale, name: '', emailVerified: true, createdAt: at, ...asked })
      .onConflict((conflict) => conflict.column('email').doUpdateSet(asked))
      .returning(columns)
      .executeTakeFirstOrThrow()
  )
}

type Change = Partial<
  Pick<PersonRow, 'role' | 'locale' | 'mustHaveSecondFactor' | 'invitedUntil' | 'removedAt'>
>

export async function changePersonRow(db: Db, id: PersonId, change: Change): Promise<void> {
  await db.updateTable('deskPeople').set(change).where('id', '=', id).execute()
}

/** Takes away the key of somebody's authenticator, so that the next sign-in asks for the mailed code alone. */
export async function forgetSecondFactor(tx: Tx, id: PersonId): Promise<void> {
  await tx.deleteFrom('deskSecondFactors').where('userId', '=', id).execute()
  await tx.updateTable('deskPeople').set({ twoFactorEnabled: false }).where('id', '=', id).execute()
}

/** True when a key was drawn for somebody, in use or not yet. */
export const isSecondFactorDrawn = async (db: Db, id: PersonId): Promise<boolean> =>
  (await db
    .selectFrom('deskSecondFactors')
    .select('id')
    .where('userId', '=', id)
    .executeTakeFirst()) !== undefined

/** One at a time changes who may what: two owners who remove each other at once leave one. */
export const holdPeople = async (tx: Tx): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtext('desk people'))`.execute(tx)
}
