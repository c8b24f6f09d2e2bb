import { expect, test } from 'vitest'
import { linesInFields, piecesInFields } from './pieces'

/* So many of some lines, as a form has them. */

test('each line that is named has what was typed for it, however it was typed', () => {
  expect(piecesInFields({ 'line-1': '2', 'line-1234': ' ３개 ', other: '9' })).toEqual([
    { line: 1, quantity: 2 },
    { line: 1234, quantity: 3 },
  ])
})

test('an empty field and a nought are no pieces; a form that names no line says nothing of pieces', () => {
  expect(piecesInFields({ 'line-1': '', 'line-2': '  ', 'line-3': '0' })).toEqual([])
  expect(piecesInFields({ name: 'line-1', amount: '3' })).toBeNull()
  expect(piecesInFields({})).toBeNull()
})

test('what is no number stays wrong', () => {
  expect(piecesInFields({ 'line-1': 'two' })).toEqual([{ line: 1, quantity: Number.NaN }])
})

test.each(['line-', 'line-a', 'line-12345', 'line-1x', 'xline-1', 'LINE-1', 'line-１'])(
  '%s is no name of a line',
  (name) => {
    expect(piecesInFields({ [name]: '1' })).toBeNull()
  },
)

test('what is no text is not typed, and what is endless is cut', () => {
  expect(linesInFields({ 'line-1': new File([], 'a'), 'line-2': 3, 'line-3': '1' })).toEqual([
    [3, '1'],
  ])
  expect(linesInFields({ 'line-1': '1'.repeat(21) })).toEqual([[1, '1'.repeat(20)]])
})
