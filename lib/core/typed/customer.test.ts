import { expect, test } from 'vitest'
import { type FieldName, fieldNames, type Mistake, mistakeIn, readField } from './customer'

test.each<[FieldName, string, Mistake | null]>([
  ['name', ' \u3164\u200b ', 'missing'],
  ['name', 'x'.repeat(100), null],
  ['name', 'x'.repeat(101), 'invalid'],
  ['email', '', 'missing'],
  ['email', 'norang@', 'invalid'],
  ['email', 'norang@example.com', null],
  ['email', `${'x'.repeat(60)}@${'y.'.repeat(70)}kr`, 'invalid'],
  ['phone', '010-1234', 'invalid'],
  ['phone', '０１０－１２３４－５６７８', null],
  ['postcode', '00524', 'invalid'],
  ['postcode', '04524', null],
  ['address', ' ', 'missing'],
  ['address', 'x'.repeat(301), 'invalid'],
  ['addressDetail', '', null],
  ['addressDetail', 'x'.repeat(301), 'invalid'],
  ['deliveryNote', '', null],
  ['deliveryNote', 'x'.repeat(500), null],
  ['deliveryNote', 'x'.repeat(501), 'invalid'],
])('what is wrong with the %s %j', (name, typed, mistake) => {
  expect(mistakeIn(name, typed)).toBe(mistake)
  // What is kept and what is judged are never of two minds.
  expect(readField(name, typed) === null).toBe(mistake !== null)
})

test('what is kept is kept as it is read', () => {
  const typed = '０１０－１２３４－５６７８ '
  expect(fieldNames.map((name) => readField(name, typed))).toEqual([
    '０１０－１２３４－５６７８',
    null,
    '+821012345678',
    null,
    '０１０－１２３４－５６７８',
    '０１０－１２３４－５６７８',
    '０１０－１２３４－５６７８',
  ])
})
