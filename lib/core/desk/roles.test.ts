import { describe, expect, test } from 'vitest'
import { instant, MINUTE } from '../ids'
import { asksCode, deskActs, roleMay, type roles, rolesThatMay } from './roles'
import { CODE_IS_FRESH, hindranceTo, IDLE, isAlive, isFresh, LASTS, roleOf } from './session'

const may = (role: (typeof roles)[number]) => deskActs.filter((act) => roleMay(role, act))
const moves = deskActs.filter((act) => asksCode(act))

test('an owner may everything', () => expect(may('owner')).toEqual(deskActs))

test('a manager may all but what says who may what, and what the shop is', () => {
  expect(deskActs.filter((act) => !roleMay('manager', act)).sort()).toEqual([
    'change_money_settings',
    'change_people',
    'change_settings',
    'erase_shopper',
    'go_live',
    'see_log',
    'see_people',
    'see_settings',
    'set_day_off',
  ])
})

test('a packer moves no money, and sees what is on a label and no more of a shopper', () => {
  expect(moves.filter((act) => roleMay('packer', act))).toEqual(['drop_second_factor'])
  expect(roleMay('packer', 'see_label')).toBe(true)
  for (const act of ['see_shopper', 'see_money', 'export_orders', 'refund'] as const)
    expect(roleMay('packer', act)).toBe(false)
})

test('an accountant reads the money, explains and exports it, and changes nothing', () => {
  expect(
    may('accountant')
      .filter((act) => !act.startsWith('see_'))
      .sort(),
  ).toEqual(['drop_second_factor', 'explain_money', 'export_money', 'keep_own_account'])
  for (const act of ['see_label', 'see_shopper'] as const)
    expect(roleMay('accountant', act)).toBe(false)
})

test('every act is somebody’s', () => {
  expect(deskActs.filter((act) => rolesThatMay(act).length === 0)).toEqual([])
})

test('what gives money back, takes it or says who may asks for a code', () => {
  expect([...moves].sort()).toEqual([
    'cancel_paid',
    'change_money_settings',
    'change_people',
    'change_plan_price',
    'charge_wallet',
    'drop_second_factor',
    'go_live',
    'note_handback',
    'refund',
    'settle_claim',
  ])
})

const now = instant(Date.UTC(2026, 11, 1))
const ago = (milliseconds: number) => new Date(now - milliseconds)

describe('somebody is to the shop', () => {
  const row = {
    email: 'a@example.com',
    role: 'packer',
    invitedUntil: null,
    removedAt: null,
  } as const
  test('what they were made', () => expect(roleOf(row, [], now)).toBe('packer'))
  test('an owner while the setting names them, whatever else is known', () =>
    expect(roleOf({ ...row, removedAt: ago(1) }, ['a@example.com'], now)).toBe('owner'))
  test('nobody once they were removed', () =>
    expect(roleOf({ ...row, removedAt: ago(1) }, [], now)).toBeNull())
  test('nobody once their invitation is over', () => {
    expect(roleOf({ ...row, invitedUntil: ago(0) }, [], now)).toBeNull()
    expect(roleOf({ ...row, invitedUntil: ago(-1) }, [], now)).toBe('packer')
  })
  test('nobody where only the setting had named them', () =>
    expect(roleOf({ ...row, role: null }, [], now)).toBeNull())
})

describe('a session', () => {
  const session = { beganAt: ago(0), seenAt: ago(0), confirmedAt: ago(0) }
  test.each([
    ['goes on', {}, true],
    ['has not begun before the second question is answered', { beganAt: null }, false],
    ['ends after twelve hours', { beganAt: ago(LASTS) }, false],
    ['goes on until then', { beganAt: ago(LASTS - 1) }, true],
    ['ends after an hour of nothing', { seenAt: ago(IDLE) }, false],
    ['goes on until then too', { seenAt: ago(IDLE - 1) }, true],
  ])('%s', (_, moments, alive) => expect(isAlive({ ...session, ...moments }, now)).toBe(alive))

  test('counts for money for a quarter of an hour after a code', () => {
    expect(isFresh({ ...session, confirmedAt: ago(CODE_IS_FRESH - 1) }, now)).toBe(true)
    expect(isFresh({ ...session, confirmedAt: ago(15 * MINUTE) }, now)).toBe(false)
    expect(isFresh({ ...session, confirmedAt: null }, now)).toBe(false)
  })
})

test('what keeps somebody from an act: first the role, then the second factor, then a code', () => {
  const person = { role: 'manager', isConfirmed: false, lacksSecondFactor: true } as const
  expect(hindranceTo('see_people', person)).toBe('role')
  expect(hindranceTo('refund', person)).toBe('second_factor')
  expect(hindranceTo('keep_own_account', person)).toBeNull()
  const whole = { ...person, lacksSecondFactor: false }
  expect(hindranceTo('refund', whole)).toBe('code')
  expect(hindranceTo('refund', { ...whole, isConfirmed: true })).toBeNull()
  expect(hindranceTo('send_parcel', whole)).toBeNull()
})
