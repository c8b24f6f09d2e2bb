import type { PersonId, Role } from '../../core/desk/roles'
import { IDLE, LASTS, roleOf } from '../../core/desk/session'
import { type Instant, laterBy } from '../../core/ids'
import type { Db } from '../../db/connection'
import { listPeople } from '../../db/desk/desk-people'
import { listSessions } from '../../db/desk/desk-sessions'

export type PersonView = {
  readonly id: PersonId
  readonly email: string
  /** Null: they cannot enter. */
  readonly role: Role | null
  /** What they were asked in as, whether they can enter or not; the setting's owners as owner. */
  readonly formerRole: Role
  /** ADMIN_EMAILS makes them an owner: no page changes that. */
  readonly bySetting: boolean
  readonly standing:
    | { readonly kind: 'here' | 'invitation_over' | 'removed' }
    | { readonly kind: 'invited'; readonly until: Date }
  readonly seenAt: Date | null
  readonly hasSecondFactor: boolean
  readonly mustHaveSecondFactor: boolean
  /** Where they are signed in now. */
  readonly sessions: number
}

/** Everybody who works at the desk, was asked in, or was removed: who can enter first. */
export async function peopleView(
  db: Db,
  owners: readonly string[],
  now: Instant,
): Promise<PersonView[]> {
  const since = { began: new Date(laterBy(now, -LASTS)), seen: new Date(laterBy(now, -IDLE)) }
  const [rows, sessions] = await Promise.all([listPeople(db), listSessions(db, since)])
  const people = rows.flatMap((row): PersonView[] => {
    const bySetting = owners.includes(row.email)
    // Whom a setting once named and names no longer is nobody here.
    if (!bySetting && row.role === null) return []
    return [
      {
        id: row.id,
        email: row.email,
        role: roleOf(row, owners, now),
        formerRole: row.role ?? 'owner',
        bySetting,
        standing: standingOf(row, bySetting, now),
        seenAt: row.seenAt,
        hasSecondFactor: row.twoFactorEnabled,
        mustHaveSecondFactor: row.mustHaveSecondFactor,
        sessions: sessions.filter(({ userId }) => userId === row.id).length,
      },
    ]
  })
  return people.sort((a, b) => Number(a.role === null) - Number(b.role === null))
}

type Row = Awaited<ReturnType<typeof listPeople>>[number]

function standingOf(
  { removedAt, invitedUntil }: Row,
  bySetting: boolean,
  now: Instant,
): PersonView['standing'] {
  if (bySetting) return { kind: 'here' }
  if (removedAt !== null) return { kind: 'removed' }
  if (invitedUntil === null) return { kind: 'here' }
  return invitedUntil.getTime() > now
    ? { kind: 'invited', until: invitedUntil }
    : { kind: 'invitation_over' }
}
