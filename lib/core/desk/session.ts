import { HOUR, type Instant, laterBy, MINUTE } from '../ids'
import type { Locale } from '../locale'
import { asksCode, type DeskAct, type PersonId, type Role, roleMay } from './roles'

/** A working day, and then a code again. */
export const LASTS = 12 * HOUR
/** Somebody who has left the desk for an hour is asked who they are. */
export const IDLE = 60 * MINUTE
/** How old a code may be for what moves money. */
export const CODE_IS_FRESH = 15 * MINUTE
export const INVITATION_LASTS = 7 * 24 * HOUR

/** What is known of somebody of the shop and of the session that they act in. */
export type KnownPerson = {
  readonly email: string
  readonly role: Role | null
  readonly invitedUntil: Date | null
  readonly removedAt: Date | null
}

export type KnownSession = {
  readonly beganAt: Date | null
  readonly seenAt: Date | null
  readonly confirmedAt: Date | null
}

/** Somebody at the desk. */
export type DeskPerson = {
  readonly id: PersonId
  readonly email: string
  readonly role: Role
  readonly session: string
  /** The language that they have chosen; null: none yet. */
  readonly locale: Locale | null
  /** A code was given so recently that it counts for money too. */
  readonly isConfirmed: boolean
  readonly hasSecondFactor: boolean
  /** An owner wants a second factor of them, and they have none yet: until then they may only make one. */
  readonly lacksSecondFactor: boolean
}

/** What somebody is to the shop now, whatever they were before; null: nobody. The setting outranks the table. */
export function roleOf(
  { email, role, invitedUntil, removedAt }: KnownPerson,
  owners: readonly string[],
  now: Instant,
): Role | null {
  if (owners.includes(email)) return 'owner'
  if (removedAt !== null || (invitedUntil !== null && invitedUntil.getTime() <= now)) return null
  return role
}

/** False once it has lasted a day, or nobody was there for an hour; and before it began. */
export const isAlive = ({ beganAt, seenAt }: KnownSession, now: Instant): boolean =>
  beganAt !== null &&
  seenAt !== null &&
  beganAt.getTime() > laterBy(now, -LASTS) &&
  seenAt.getTime() > laterBy(now, -IDLE)

export const isFresh = ({ confirmedAt }: KnownSession, now: Instant): boolean =>
  confirmedAt !== null && confirmedAt.getTime() > laterBy(now, -CODE_IS_FRESH)

/** What keeps somebody from an act; null: nothing does. */
export type Hindrance = 'role' | 'second_factor' | 'code'

export function hindranceTo(
  act: DeskAct,
  person: Pick<DeskPerson, 'role' | 'isConfirmed' | 'lacksSecondFactor'>,
): Hindrance | null {
  if (!roleMay(person.role, act)) return 'role'
  if (person.lacksSecondFactor && act !== 'keep_own_account') return 'second_factor'
  return asksCode(act) && !person.isConfirmed ? 'code' : null
}
