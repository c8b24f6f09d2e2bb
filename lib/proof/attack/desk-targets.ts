import { POST as postSecondBegin } from '@/app/api/desk/account/second-factor/begin/route'
import { POST as postSecondOff } from '@/app/api/desk/account/second-factor/off/route'
import { POST as postSecondOn } from '@/app/api/desk/account/second-factor/on/route'
import { POST as postOwnSessions } from '@/app/api/desk/account/sessions/route'
import { POST as postDeskCode } from '@/app/api/desk/code/route'
import { POST as postConfirm } from '@/app/api/desk/confirm/route'
import { POST as postLanguage } from '@/app/api/desk/language/route'
import { POST as postOrderAddress } from '@/app/api/desk/orders/[number]/address/route'
import { POST as postOrderAgain } from '@/app/api/desk/orders/[number]/again/route'
import { POST as postOrderArrived } from '@/app/api/desk/orders/[number]/arrived/route'
import { POST as postOrderCancel } from '@/app/api/desk/orders/[number]/cancel/route'
import { POST as postOrderCancelUnpaid } from '@/app/api/desk/orders/[number]/cancel-unpaid/route'
import { POST as postOrderCharge } from '@/app/api/desk/orders/[number]/charge/route'
import { POST as postOrderClaim } from '@/app/api/desk/orders/[number]/claim/route'
import { POST as postOrderDecide } from '@/app/api/desk/orders/[number]/decide/route'
import { POST as postOrderDelivered } from '@/app/api/desk/orders/[number]/delivered/route'
import { POST as postOrderHandback } from '@/app/api/desk/orders/[number]/handback/route'
import { POST as postOrderLook } from '@/app/api/desk/orders/[number]/look/route'
import { POST as postOrderNote } from '@/app/api/desk/orders/[number]/note/route'
import { POST as postOrderRefund } from '@/app/api/desk/orders/[number]/refund/route'
import { POST as postOrderSend } from '@/app/api/desk/orders/[number]/send/route'
import { POST as postOrderSettle } from '@/app/api/desk/orders/[number]/settle/route'
import { POST as postOrderWrite } from '@/app/api/desk/orders/[number]/write/route'
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

const ofOrder = { act: 'refund', what: 'all', why: 'x', wish: 'x'.repeat(22), seen: '9' }

/** The doors of the desk, which nobody who attacks the shop may open, and what its own pages would send to them. */
export const deskTargets = {
  'desk/account/second-factor/begin': [postSecondBegin, () => ({})],
  'desk/account/second-factor/off': [postSecondOff, () => draft],
  'desk/account/second-factor/on': [postSecondOn, () => code],
  'desk/account/sessions': [postOwnSessions, () => ({})],
  'desk/code': [postDeskCode, () => attacker],
  'desk/confirm': [postConfirm, () => ({ waiting: 'x'.repeat(22) })],
  'desk/language': [postLanguage, () => ({ to: 'en', page: '/admin/people' })],
  'desk/orders/[number]/address': [postOrderAddress, () => ofOrder],
  'desk/orders/[number]/again': [postOrderAgain, () => ofOrder],
  'desk/orders/[number]/arrived': [postOrderArrived, () => ofOrder],
  'desk/orders/[number]/cancel': [postOrderCancel, () => ofOrder],
  'desk/orders/[number]/cancel-unpaid': [postOrderCancelUnpaid, () => ofOrder],
  'desk/orders/[number]/charge': [postOrderCharge, () => ofOrder],
  'desk/orders/[number]/claim': [postOrderClaim, () => ofOrder],
  'desk/orders/[number]/decide': [postOrderDecide, () => ofOrder],
  'desk/orders/[number]/delivered': [postOrderDelivered, () => ofOrder],
  'desk/orders/[number]/handback': [postOrderHandback, () => ofOrder],
  'desk/orders/[number]/look': [postOrderLook, () => ofOrder],
  'desk/orders/[number]/note': [postOrderNote, () => ofOrder],
  'desk/orders/[number]/refund': [postOrderRefund, () => ofOrder],
  'desk/orders/[number]/send': [postOrderSend, () => ofOrder],
  'desk/orders/[number]/settle': [postOrderSettle, () => ofOrder],
  'desk/orders/[number]/write': [postOrderWrite, () => ofOrder],
  'desk/people/[person]/remove': [postRemovePerson, () => draft],
  'desk/people/[person]/role': [postRole, () => ({ role: 'owner' })],
  'desk/people/[person]/second-factor': [postWish, () => ({ wish: 'lost' })],
  'desk/people/[person]/sessions': [postSessions, () => draft],
  'desk/people/invite': [postInvite, () => ({ ...attacker, role: 'owner' })],
  'desk/second-factor': [postSecondFactor, () => code],
  'desk/sign-in': [postDeskSignIn, () => ({ ...attacker, ...code })],
  'desk/sign-out': [postDeskSignOut, () => ({})],
} as const
