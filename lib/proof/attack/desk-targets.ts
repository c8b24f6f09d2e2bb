import { POST as postSecondBegin } from '@/app/api/desk/account/second-factor/begin/route'
import { POST as postSecondOff } from '@/app/api/desk/account/second-factor/off/route'
import { POST as postSecondOn } from '@/app/api/desk/account/second-factor/on/route'
import { POST as postOwnSessions } from '@/app/api/desk/account/sessions/route'
import { POST as postDeskCode } from '@/app/api/desk/code/route'
import { POST as postConfirm } from '@/app/api/desk/confirm/route'
import { POST as postLanguage } from '@/app/api/desk/language/route'
import { POST as postRemovePerson } from '@/app/api/desk/people/[person]/remove/route'
import { POST as postRole } from '@/app/api/desk/people/[person]/role/route'
import { POST as postWish } from '@/app/api/desk/people/[person]/second-factor/route'
import { POST as postSessions } from '@/app/api/desk/people/[person]/sessions/route'
import { POST as postInvite } from '@/app/api/desk/people/invite/route'
import { POST as postSecondFactor } from '@/app/api/desk/second-factor/route'
import { POST as postDeskSignIn } from '@/app/api/desk/sign-in/route'
import { POST as postDeskSignOut } from '@/app/api/desk/sign-out/route'

const attacker = { email: 'attacker@example.com', locale: 'ko' }
const code = { code: '123456', next: '/admin/people' }
const draft = { draft: 'x'.repeat(22), code: '123456' }

/** The doors of the desk, which nobody who attacks the shop may open, and what its own pages would send to them. */
export const deskTargets = {
  'desk/account/second-factor/begin': [postSecondBegin, () => ({})],
  'desk/account/second-factor/off': [postSecondOff, () => draft],
  'desk/account/second-factor/on': [postSecondOn, () => code],
  'desk/account/sessions': [postOwnSessions, () => ({})],
  'desk/code': [postDeskCode, () => attacker],
  'desk/confirm': [postConfirm, () => ({ waiting: 'x'.repeat(22) })],
  'desk/language': [postLanguage, () => ({ to: 'en', page: '/admin/people' })],
  'desk/people/[person]/remove': [postRemovePerson, () => draft],
  'desk/people/[person]/role': [postRole, () => ({ role: 'owner' })],
  'desk/people/[person]/second-factor': [postWish, () => ({ wish: 'lost' })],
  'desk/people/[person]/sessions': [postSessions, () => draft],
  'desk/people/invite': [postInvite, () => ({ ...attacker, role: 'owner' })],
  'desk/second-factor': [postSecondFactor, () => code],
  'desk/sign-in': [postDeskSignIn, () => ({ ...attacker, ...code })],
  'desk/sign-out': [postDeskSignOut, () => ({})],
} as const
