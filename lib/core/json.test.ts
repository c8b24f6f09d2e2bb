import { expect, test } from 'vitest'
import { parseJson } from './json'

test('what is JSON is read, and what is none is no trouble', () => {
  expect(parseJson('{"a":[1,"b"]}')).toEqual({ a: [1, 'b'] })
  expect(parseJson('null')).toBeNull()
  expect(parseJson('{"a":')).toBeUndefined()
  expect(parseJson('')).toBeUndefined()
})
