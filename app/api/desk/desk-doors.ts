import type { DeskAct } from '@/lib/core/desk/roles'

/** What one has to be allowed for each door of the desk, by its folder below app/api. `anybody`: before one is known. */
export const deskDoors = {
  'desk/code': 'anybody',
  'desk/sign-in': 'anybody',
  'desk/second-factor': 'anybody',
  'desk/sign-out': 'anybody',
  'desk/language': 'anybody',
  'desk/confirm': 'keep_own_account',
  'desk/orders/[number]/refund': 'refund',
  'desk/orders/[number]/cancel': 'cancel_paid',
  'desk/orders/[number]/cancel-unpaid': 'cancel_unpaid',
  'desk/orders/[number]/send': 'send_parcel',
  'desk/orders/[number]/delivered': 'note_delivery',
  'desk/orders/[number]/claim': 'open_claim',
  'desk/orders/[number]/decide': 'decide_claim',
  'desk/orders/[number]/arrived': 'receive_goods',
  'desk/orders/[number]/settle': 'settle_claim',
  'desk/orders/[number]/handback': 'note_handback',
  'desk/orders/[number]/charge': 'charge_wallet',
  'desk/orders/[number]/address': 'change_address',
  'desk/orders/[number]/note': 'write_note',
  'desk/orders/[number]/write': 'write_to_shopper',
  'desk/orders/[number]/again': 'mail_again',
  'desk/orders/[number]/look': 'see_orders',
  'desk/people/invite': 'change_people',
  'desk/people/[person]/role': 'change_people',
  'desk/people/[person]/remove': 'change_people',
  'desk/people/[person]/sessions': 'change_people',
  'desk/people/[person]/second-factor': 'change_people',
  'desk/account/second-factor/begin': 'keep_own_account',
  'desk/account/second-factor/on': 'keep_own_account',
  'desk/account/second-factor/off': 'drop_second_factor',
  'desk/account/sessions': 'keep_own_account',
} as const satisfies Record<string, DeskAct | 'anybody'>

type Doors = typeof deskDoors

/** The doors that only somebody known opens. */
export type DeskDoor = {
  [Name in keyof Doors]: Doors[Name] extends DeskAct ? Name : never
}[keyof Doors]
