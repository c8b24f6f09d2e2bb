import type { Sent } from '@/app/api/form'
import { tooOften } from '@/app/api/limits'
import { workAfterwards } from '@/app/api/responses'
import type { DeskAsker } from '@/lib/core/asker'
import { deskPath } from '@/lib/core/desk/desk-path'
import { hindranceTo } from '@/lib/core/desk/session'
import { isBackupCode, parseCode } from '@/lib/core/typed/code'
import { deps } from '@/lib/deps'
import { keepTyped, readTyped, takeTyped } from '@/lib/flows/desk/drafts'
import { noteByPerson } from '@/lib/flows/desk/note-by-person'
import {
  type DeskPerson,
  deskChallengeCookie,
  deskChallengeOf,
  deskPersonOf,
} from '@/lib/visitor/desk'
import { notYourRolePage, toDesk } from './desk-answers'
import { type DeskDoor, deskDoors } from './desk-doors'

/** A form that somebody of the shop sent, whose role has what its door does. */
export type SentByPerson = Sent & { readonly person: DeskPerson; readonly asker: DeskAsker }

type Parse<Input extends object> = (
  sent: SentByPerson,
) => Response | Input | Promise<Response | Input>

/**
 * The first half of a door of the desk: whoever is not known goes to the sign-in, whose role has not what the door does
 * is told so, and where a code is wanted first it is asked for, with all that was typed kept. Then `parse` is asked. The
 * transaction that acts asks once more, of the database.
 */
export const byPerson =
  <Input extends object>(name: DeskDoor, parse: Parse<Input>) =>
  async (sent: Sent): Promise<Response | (Input & { readonly asker: DeskAsker })> => {
    const person = await deskPersonOf(sent.request)
    if (person === null) return toSignIn(sent.request)
    const act = deskDoors[name]
    switch (hindranceTo(act, { ...person, isConfirmed: true })) {
      case 'role':
        await noteByPerson(deps(), person, { act: 'refused', about: name })
        return notYourRolePage(sent.locale)
      case 'second_factor':
        return toDesk('/admin/account', { problem: 'lacks_second_factor' })
      default:
    }
    const asker = { kind: 'person', person: person.id, session: person.session } as const
    const isCodeWanted = hindranceTo(act, person) === 'code'
    const fields = await fieldsNow(sent, person, isCodeWanted)
    if (fields instanceof Response) return fields
    const input = await parse({ ...sent, fields, person, asker })
    return input instanceof Response ? input : { ...input, asker }
  }

function toSignIn({ headers }: Request): Response {
  const referer = headers.get('referer') ?? ''
  const before = URL.canParse(referer) ? new URL(referer) : null
  const next = before && deskPath(before.pathname + before.search)
  return toDesk('/admin/sign-in', { problem: 'ended', ...(next && { next }) })
}

/** What was typed, or what was kept of it while a code was asked for; or the way to the page that asks for one. */
async function fieldsNow(sent: Sent, person: DeskPerson, isCodeWanted: boolean) {
  const { draft = '' } = sent.fields
  if (draft === '') return isCodeWanted ? askForCode(sent, person) : sent.fields
  const kept = await readTyped(deps(), person.session, draft)
  if (kept === null || kept.path !== pathOf(sent.request))
    return toDesk('/admin/confirm', { problem: 'gone' })
  if (isCodeWanted) {
    const problem = await problemWithCode(sent, person)
    if (problem === 'ended') return toSignIn(sent.request)
    if (problem !== null) return toDesk('/admin/confirm', { draft, problem })
    sent.cookies.push(deskChallengeCookie(null))
  }
  // A second press finds it gone, and does nothing.
  if (!(await takeTyped(deps(), draft))) return toDesk('/admin/confirm', { problem: 'gone' })
  return kept.fields
}

const pathOf = ({ url }: Request) => new URL(url).pathname

async function askForCode(sent: Sent, person: DeskPerson): Promise<Response> {
  const { request, fields } = sent
  const path = pathOf(request)
  const draft = await keepTyped(deps(), { session: person.session, path, fields })
  return (await mailCode(sent, person)) ?? toDesk('/admin/confirm', { draft })
}

/** Mails a code to whoever has no authenticator; an answer where that was too often. */
export async function mailCode(
  { request, locale, cookies }: Sent,
  { email, hasSecondFactor }: DeskPerson,
): Promise<Response | null> {
  if (hasSecondFactor) return null
  const refused = await tooOften('desk_code', { request, locale, email })
  if (refused) return refused
  const { challenge, send } = await deps().desk.askCode(email, locale)
  cookies.push(deskChallengeCookie(challenge))
  workAfterwards(send)
  return null
}

async function problemWithCode({ request, fields }: Sent, person: DeskPerson) {
  const code = person.hasSecondFactor ? secondFactorIn(fields) : parseCode(fields.code ?? '')
  if (code === null) return 'digits'
  const challenge = deskChallengeOf(request)
  const met = await deps().desk.confirm(person, { challenge, code }, request.headers)
  if (met === 'met') return null
  return met === 'spent' && person.hasSecondFactor ? 'ended' : met
}

/** The six digits of an authenticator, or one of the codes that were written down; else null. */
export function secondFactorIn(fields: Sent['fields']): string | null {
  const typed = (fields.code ?? '').trim()
  return isBackupCode(typed) ? typed : parseCode(typed)
}
