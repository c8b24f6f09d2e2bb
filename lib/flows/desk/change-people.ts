import type { Asker } from '@/lib/core/asker'
import type { LogAct, PersonId, Role } from '@/lib/core/desk/roles'
import { INVITATION_LASTS, roleOf } from '@/lib/core/desk/session'
import { type Instant, laterBy, personId } from '@/lib/core/ids'
import type { Locale } from '@/lib/core/locale'
import type { Tx } from '@/lib/db/connection'
import {
  changePersonRow,
  findPersonByEmail,
  forgetSecondFactor,
  holdPeople,
  listPeople,
  lockPerson,
  type PersonRow,
  storeInvitation,
} from '@/lib/db/desk/desk-people'
import { endSessionsOf } from '@/lib/db/desk/desk-sessions'
import { type Actor, actorFor, logAct } from '../act/for-the-shop'
import type { Deps } from '../deps'

/**
 * What came of it. `by_setting`: ADMIN_EMAILS makes them an owner, and no page changes that. `last_owner`: somebody has to
 * be left who may.
 */
export type ChangedPeople = 'done' | 'may_not' | 'unknown' | 'by_setting' | 'last_owner' | 'known'

type Invitation = { readonly email: string; readonly role: Role; readonly locale: Locale }

/** An owner asks somebody in, or once more who did not come. Who is in already stays what they are. */
export const invitePerson = (deps: Deps, asker: Asker, invitation: Invitation) =>
  change(deps, asker, async (tx, actor, now) => {
    const { email, role, locale } = invitation
    if (deps.shop.owners.includes(email)) return 'by_setting'
    const known = await findPersonByEmail(tx, email)
    if (known && known.invitedUntil === null && known.removedAt === null && known.role !== null)
      return 'known'
    const at = new Date(now)
    const until = new Date(laterBy(now, INVITATION_LASTS))
    const id = personId(deps.newId())
    await storeInvitation(tx, { id, email, role, locale, until, at })
    await logAct(tx, actor, { act: 'invited', about: email, why: role }, now)
    return 'done'
  })

/** An owner makes somebody something else. Their sessions go on, and may what the new role may. */
export const changeRole = (deps: Deps, asker: Asker, id: PersonId, role: Role) =>
  change(deps, asker, async (tx, actor, now) => {
    const person = await lockPerson(tx, id)
    if (!person || person.removedAt !== null || person.role === null) return notThere(deps, person)
    if (deps.shop.owners.includes(person.email)) return 'by_setting'
    if (person.role === role) return 'done'
    if (await isLastOwner(tx, deps, person, now)) return 'last_owner'
    await changePersonRow(tx, id, { role })
    const why = `${person.role} → ${role}`
    await logAct(tx, actor, { act: 'role_changed', about: person.email, why }, now)
    return 'done'
  })

/** An owner lets somebody in no longer. Their sessions end with it; what they did stays in the log. */
export const removePerson = (deps: Deps, asker: Asker, id: PersonId) =>
  change(deps, asker, async (tx, actor, now) => {
    const person = await lockPerson(tx, id)
    if (!person || person.removedAt !== null || person.role === null) return notThere(deps, person)
    if (deps.shop.owners.includes(person.email)) return 'by_setting'
    if (await isLastOwner(tx, deps, person, now)) return 'last_owner'
    await changePersonRow(tx, id, { removedAt: new Date(now) })
    await endSessionsOf(tx, id, { allBut: null })
    await forgetSecondFactor(tx, id)
    await logAct(tx, actor, { act: 'removed', about: person.email }, now)
    return 'done'
  })

/** An owner signs somebody out everywhere; who does it to themselves stays where they are. */
export const endPersonsSessions = (deps: Deps, asker: Asker, id: PersonId) =>
  change(deps, asker, async (tx, actor, now) => {
    const person = await lockPerson(tx, id)
    if (!person) return 'unknown'
    const own = asker.kind === 'person' && asker.person === id ? asker.session : null
    await endSessionsOf(tx, id, { allBut: own })
    await logAct(tx, actor, { act: 'session_ended', about: person.email }, now)
    return 'done'
  })

export type SecondFactorWish = 'wanted' | 'not_wanted' | 'lost'

const wishes = {
  wanted: 'second_factor_wanted',
  not_wanted: 'second_factor_not_wanted',
  lost: 'second_factor_off',
} as const satisfies Record<SecondFactorWish, LogAct>

/** An owner wants a second factor of somebody, or no longer; or takes away one that was lost, for another to be made. */
export const wishSecondFactor = (deps: Deps, asker: Asker, id: PersonId, wish: SecondFactorWish) =>
  change(deps, asker, async (tx, actor, now) => {
    const person = await lockPerson(tx, id)
    if (!person || person.removedAt !== null) return 'unknown'
    if (wish === 'lost') await forgetSecondFactor(tx, id)
    else await changePersonRow(tx, id, { mustHaveSecondFactor: wish === 'wanted' })
    await logAct(tx, actor, { act: wishes[wish], about: person.email }, now)
    return 'done'
  })

type Change = (tx: Tx, actor: Actor, now: Instant) => Promise<ChangedPeople>

async function change(deps: Deps, asker: Asker, act: Change): Promise<ChangedPeople> {
  const now = await deps.clock.now()
  return deps.db.transaction().execute(async (tx) => {
    await holdPeople(tx)
    const actor = await actorFor(tx, deps, asker, 'change_people', now)
    return actor === null ? 'may_not' : act(tx, actor, now)
  })
}

const notThere = ({ shop }: Deps, person: PersonRow | null): ChangedPeople =>
  person !== null && shop.owners.includes(person.email) ? 'by_setting' : 'unknown'

/** True when nobody else could ask anybody in: whom the setting names can always. */
async function isLastOwner(tx: Tx, { shop }: Deps, person: PersonRow, now: Instant) {
  if (person.role !== 'owner' || shop.owners.length > 0) return false
  const others = (await listPeople(tx)).filter(({ id }) => id !== person.id)
  return !others.some((other) => roleOf(other, shop.owners, now) === 'owner')
}
