import { type Role, roles } from '../../core/desk/roles'
import { type DeskPerson, isAlive, isFresh, roleOf } from '../../core/desk/session'
import { type Instant, MINUTE, personId } from '../../core/ids'
import { isLocale, type Locale } from '../../core/locale'
import { isBackupCode } from '../../core/typed/code'
import type { Db } from '../../db/connection'
import { appendLog } from '../../db/desk/desk-log'
import { changePersonRow, findPersonByEmail, isSecondFactorDrawn } from '../../db/desk/desk-people'
import { beginSession, countTry, noteConfirmed, touchSession } from '../../db/desk/desk-sessions'
import { storeLooseMail } from '../../db/mails'
import type { Composed } from '../../email/compose'
import { composeDeskCode, composeInvitation } from '../../email/compose-desk'
import type { SendMail } from '../../email/send-mail'
import { challengesOn } from '../challenges'
import type { Keys } from '../keys'
import { createDeskAuth, type DeskAuth } from './desk-auth'

/** `Set-Cookie` headers for the answer of a door. */
type Cookies = readonly string[]

/** How many codes may be tried in one session before another has to be begun. */
const MOST_TRIES = 5

/** A code was made, or would have been. The letter is sent after the answer, whose time then tells nobody anything. */
type AskedCode = { readonly challenge: string; readonly send: () => Promise<void> }

type Invitation = { readonly email: string; readonly role: Role; readonly locale: Locale }

type GivenCode = { readonly challenge: string | null; readonly code: string }

export type Desk = {
  /** Who is always let in, by the setting. */
  readonly owners: readonly string[]
  /** Mails a code to whoever may enter. What it answers is the same for everybody else. */
  askCode(email: string, locale: Locale): Promise<AskedCode>
  /** `second_factor`: the code was right, and the authenticator's is wanted too before anything opens. */
  signIn(
    given: GivenCode & { readonly email: string },
    headers: Headers,
  ): Promise<
    { kind: 'signed_in' | 'second_factor'; cookies: Cookies } | { kind: 'wrong' | 'spent' }
  >
  /** Answers the second question of a sign-in. */
  giveSecondFactor(code: string, headers: Headers): Promise<'signed_in' | 'wrong' | 'spent'>
  signOut(headers: Headers): Promise<Cookies>
  /** Writes to somebody who was asked in. */
  mailInvitation(invitation: Invitation): Promise<void>
  /** Who sent these headers, or null. */
  person(headers: Headers): Promise<DeskPerson | null>
  /** Gives a code once more, before something that wants it. With an authenticator its code, else a mailed one. */
  confirm(
    person: DeskPerson,
    given: GivenCode,
    headers: Headers,
  ): Promise<'met' | 'wrong' | 'spent'>
  /** Draws a key for an authenticator, and codes for when it is lost. */
  beginSecondFactor(headers: Headers): Promise<void>
  /** What was drawn and is not in use yet; null: nothing. */
  secondFactorToBe(person: DeskPerson, headers: Headers): Promise<SecondFactorToBe | null>
  /** From now on a code of it is wanted too; null: this was none. */
  turnSecondFactorOn(person: DeskPerson, code: string, headers: Headers): Promise<Cookies | null>
  turnSecondFactorOff(headers: Headers): Promise<Cookies>
}

type SecondFactorToBe = {
  /** As authenticators on a telephone open it. */
  readonly uri: string
  /** The same key, to be typed. */
  readonly secret: string
  readonly backupCodes: readonly string[]
}

type Wiring = {
  readonly db: Db
  readonly clock: { now(): Promise<Instant> }
  readonly baseUrl: string
  readonly keys: Keys
  readonly owners: readonly string[]
  readonly sendMail: SendMail | null
  readonly simulated: boolean
  readonly newKey: () => string
  readonly log: (message: string, facts: Record<string, unknown>) => void
}

/** The cookie of a session, with or without https. */
const DESK_COOKIE = /(?:^|;\s*)(?:__Host-)?norang\.desk\.session_token=/

/** How people of the shop prove who they are. Nothing of better-auth is loaded before one of them does. */
export function createDesk(wiring: Wiring): Desk {
  const { db, clock, owners } = wiring
  let made: Promise<DeskAuth> | undefined
  const auth = () => {
    made ??= wire(wiring).catch((error: unknown) => {
      made = undefined
      throw error
    })
    return made
  }
  const challenges = challengesOn({ ...wiring, purpose: 'desk codes' })

  async function mayEnter(email: string): Promise<boolean> {
    if (owners.includes(email)) return true
    const row = await findPersonByEmail(db, email)
    return row !== null && roleOf(row, owners, await clock.now()) !== null
  }

  async function known(headers: Headers) {
    if (!DESK_COOKIE.test(headers.get('cookie') ?? '')) return null
    return (await auth()).api.getSession({ headers })
  }
  type Known = NonNullable<Awaited<ReturnType<typeof known>>>

  /** Lets somebody in who has given all that was asked for. */
  async function begin({ user, session }: Known): Promise<void> {
    const now = await clock.now()
    const role = roleOf(stateOf(user), owners, now)
    if (role === null) throw new Error('nobody who may enter')
    const at = new Date(now)
    const id = personId(user.id)
    await db.transaction().execute(async (tx) => {
      await beginSession(tx, session.id, at)
      await changePersonRow(tx, id, { invitedUntil: null })
      const about = user.email
      await appendLog(tx, {
        at,
        person: id,
        who: user.email,
        role,
        act: 'signed_in',
        about,
        why: '',
      })
    })
  }

  async function isRightCode(code: string, headers: Headers): Promise<boolean> {
    const { api } = await auth()
    const asked = { body: { code }, headers, asResponse: true } as const
    const answer = isBackupCode(code)
      ? await api.verifyBackupCode(asked)
      : await api.verifyTOTP(asked)
    return answer.ok
  }

  return {
    owners,

    async askCode(given, locale) {
      const email = given.toLowerCase()
      const { challenge, code } = await challenges.make(email)
      const isKnown = await mayEnter(email)
      const letter = () => composeDeskCode({ locale, code, simulated: wiring.simulated })
      const send = async () => (isKnown ? write(wiring, email, 'desk_code', letter()) : undefined)
      return { challenge, send }
    },

    async signIn({ challenge, code, ...given }, headers) {
      if (challenge === null) return { kind: 'wrong' }
      const email = given.email.toLowerCase()
      const met = await challenges.meet({ challenge, email, code })
      if (met !== 'met') return { kind: met }
      if (!(await mayEnter(email))) return { kind: 'wrong' }
      const { api } = await auth()
      const answer = await api.signInProven({ body: { email }, headers, asResponse: true })
      if (!answer.ok) throw new Error(`signing in ended with ${answer.status}`)
      const cookies = answer.headers.getSetCookie()
      const found = await known(new Headers({ cookie: pairsOf(cookies) }))
      if (!found) throw new Error('a session that was just made is not there')
      if (found.user.twoFactorEnabled) return { kind: 'second_factor', cookies }
      await begin(found)
      return { kind: 'signed_in', cookies }
    },

    async giveSecondFactor(code, headers) {
      const found = await known(headers)
      if (!found || found.session.beganAt) return 'spent'
      if (!(await countTry(db, found.session.id, MOST_TRIES))) return 'spent'
      if (!(await isRightCode(code, headers))) return 'wrong'
      await begin(found)
      return 'signed_in'
    },

    async signOut(headers) {
      const { api } = await auth()
      return (await api.signOut({ headers, asResponse: true })).headers.getSetCookie()
    },

    mailInvitation: ({ email, role, locale }) => {
      const { baseUrl, simulated } = wiring
      const url = `${baseUrl}/admin/sign-in`
      return write(
        wiring,
        email,
        'desk_invitation',
        composeInvitation({ locale, role, url, simulated }),
      )
    },

    async person(headers) {
      const found = await known(headers)
      if (!found) return null
      const { user, session } = found
      const now = await clock.now()
      const { beganAt = null, seenAt = null, confirmedAt = null } = session
      const moments = { beganAt, seenAt, confirmedAt }
      const role = roleOf(stateOf(user), owners, now)
      if (role === null || !isAlive(moments, now)) return null
      if ((seenAt?.getTime() ?? 0) + MINUTE <= now)
        await touchSession(db, session.id, new Date(now))
      const hasSecondFactor = user.twoFactorEnabled === true
      return {
        id: personId(user.id),
        email: user.email,
        role,
        session: session.id,
        locale: user.locale && isLocale(user.locale) ? user.locale : null,
        isConfirmed: isFresh(moments, now),
        hasSecondFactor,
        lacksSecondFactor: user.mustHaveSecondFactor === true && !hasSecondFactor,
      }
    },

    async confirm(person, { challenge, code }, headers) {
      const met = person.hasSecondFactor
        ? await meetSecondFactor(person.session, code, headers)
        : challenge === null
          ? 'wrong'
          : await challenges.meet({ challenge, email: person.email, code })
      if (met === 'met') await noteConfirmed(db, person.session, new Date(await clock.now()))
      return met
    },

    async beginSecondFactor(headers) {
      const { api } = await auth()
      await api.enableTwoFactor({ body: { method: 'totp' }, headers, asResponse: true })
    },

    async secondFactorToBe({ id, hasSecondFactor }, headers) {
      if (hasSecondFactor || !(await isSecondFactorDrawn(db, id))) return null
      const { api } = await auth()
      const { totpURI: uri } = await api.getTOTPURI({ body: {}, headers })
      const { backupCodes } = await api.viewBackupCodes({ body: { userId: id } })
      return { uri, secret: new URL(uri).searchParams.get('secret') ?? '', backupCodes }
    },

    async turnSecondFactorOn({ session }, code, headers) {
      if (!(await countTry(db, session, MOST_TRIES))) return null
      const { api } = await auth()
      const answer = await api.verifyTOTP({ body: { code }, headers, asResponse: true })
      return answer.ok ? answer.headers.getSetCookie() : null
    },

    async turnSecondFactorOff(headers) {
      const { api } = await auth()
      const answer = await api.disableTwoFactor({ body: {}, headers, asResponse: true })
      if (!answer.ok) throw new Error(`turning a second factor off ended with ${answer.status}`)
      return answer.headers.getSetCookie()
    },
  }

  async function meetSecondFactor(session: string, code: string, headers: Headers) {
    if (!(await countTry(db, session, MOST_TRIES))) return 'spent'
    return (await isRightCode(code, headers)) ? 'met' : 'wrong'
  }
}

async function wire({ db, baseUrl, keys, log }: Wiring): Promise<DeskAuth> {
  const trouble = (message: string) => log('signing in at the desk went wrong', { message })
  const secret = (await keys.for('desk')).toString('base64url')
  return createDeskAuth({ db, baseUrl, secret, trouble })
}

type UserOfDesk = DeskAuth['$Infer']['Session']['user']

const stateOf = ({ email, role, invitedUntil = null, removedAt = null }: UserOfDesk) => ({
  email,
  role: roles.find((each) => each === role) ?? null,
  invitedUntil,
  removedAt,
})

const pairsOf = (cookies: Cookies) => cookies.map((each) => each.split(';')[0]).join('; ')

/** Sent at once, and kept nowhere but where the mailbox is the only place to read it, as for shoppers. */
async function write(
  { db, clock, sendMail, newKey, log }: Wiring,
  email: string,
  kind: 'desk_code' | 'desk_invitation',
  letter: Composed,
): Promise<void> {
  if (sendMail === null) {
    const at = new Date(await clock.now())
    const about = { letter: kind, recipient: email, eventAt: at, createdAt: at }
    return storeLooseMail(db, { ...letter, ...about })
  }
  await sendMail({ to: email, ...letter, id: `desk.${newKey()}` }).catch((error: unknown) =>
    log('a letter of the desk was not mailed', {
      letter: kind,
      error: error instanceof Error ? error.name : 'unknown',
    }),
  )
}
