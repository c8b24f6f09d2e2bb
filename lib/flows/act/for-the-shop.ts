import type { Asker, OwnerAct } from '@/lib/core/asker'
import type { DeskAct, LogAct, PersonId, Role } from '@/lib/core/desk/roles'
import { hindranceTo, isAlive, isFresh, roleOf } from '@/lib/core/desk/session'
import type { Instant, OrderId } from '@/lib/core/ids'
import type { Tx } from '@/lib/db/connection'
import { appendLog } from '@/lib/db/desk/desk-log'
import { lockActor } from '@/lib/db/desk/desk-sessions'
import { findOrderRow } from '@/lib/db/orders'
import type { Deps } from '../deps'
import { mayActOn } from './may-act-on'

/** Somebody who may do what they ask for, as the transaction that acts knows them. */
export type Actor = {
  /** Null: a command on the server, which stands in no log of the desk. */
  readonly person: { readonly id: PersonId; readonly email: string; readonly role: Role } | null
}

/**
 * Asked in the transaction that acts: who acts for the shop, or null when they may not. Of somebody at the desk the role,
 * the session and how old their last code is are read here and held, so that whoever was removed a moment ago may nothing.
 */
export async function actorFor(
  tx: Tx,
  { shop }: Deps,
  asker: Asker,
  act: DeskAct,
  now: Instant,
): Promise<Actor | null> {
  if (asker.kind === 'merchant') return { person: null }
  if (asker.kind === 'browser') return null
  const found = await lockActor(tx, asker.session)
  if (found === null || found.id !== asker.person || !isAlive(found, now)) return null
  const role = roleOf(found, shop.owners, now)
  if (role === null) return null
  const lacksSecondFactor = found.mustHaveSecondFactor && !found.twoFactorEnabled
  const person = { role, isConfirmed: isFresh(found, now), lacksSecondFactor }
  if (hindranceTo(act, person) !== null) return null
  return { person: { id: found.id, email: found.email, role } }
}

/** The same of what shoppers do too: then it is the shopper's by `owner`, and stands in no log of the desk. */
export async function actorOn(
  tx: Tx,
  deps: Deps,
  asker: Asker,
  { owner, shop }: { readonly owner: OwnerAct | null; readonly shop: DeskAct },
  now: Instant,
): Promise<Actor | null> {
  if (asker.kind !== 'browser') return actorFor(tx, deps, asker, shop, now)
  return owner !== null && (await mayActOn(tx, asker, owner, now)) ? { person: null } : null
}

type Line = {
  readonly act: LogAct
  /** An order's number, an address of a person of the shop, the name of a setting: never a shopper's. */
  readonly about: string
  /** The reason that was given, or what exactly was changed; empty where there is nothing to say. */
  readonly why?: string
}

/** Writes down what somebody did, in the transaction that does it. Every act of the desk ends here. */
export async function logAct(
  tx: Tx,
  { person }: Actor,
  { act, about, why = '' }: Line,
  now: Instant,
): Promise<void> {
  if (person === null) return
  const { id, email, role } = person
  await appendLog(tx, { at: new Date(now), person: id, who: email, role, act, about, why })
}

/** The same of an order, which stands there by the number that people know it by. */
export async function logOrderAct(
  tx: Tx,
  actor: Actor,
  order: OrderId,
  line: Omit<Line, 'about'>,
  now: Instant,
): Promise<void> {
  if (actor.person === null) return
  const about = (await findOrderRow(tx, order))?.number ?? order
  await logAct(tx, actor, { ...line, about }, now)
}
