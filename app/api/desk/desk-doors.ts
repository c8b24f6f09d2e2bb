import type { DeskAct } from '@/lib/core/desk/roles'

/** What one has to be allowed for each door of the desk, by its folder below app/api. `anybody`: before one is known. */
export const deskDoors = {
  'desk/code': 'anybody',
  'desk/sign-in': 'anybody',
  'desk/second-factor': 'anybody',
  'desk/sign-out': 'anybody',
  'desk/language': 'anybody',
  'desk/confirm': 'keep_own_account',
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
