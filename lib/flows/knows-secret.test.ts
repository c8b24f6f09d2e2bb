import { expect, test } from 'vitest'
import { knowsSecret } from './knows-secret'

const asking = (authorization?: string) =>
  new Request(
    'http://localhost/',
    authorization === undefined ? {} : { headers: { authorization } },
  )

test('a program that sends the secret along is let in', () => {
  expect(knowsSecret(asking('Bearer open sesame'), 'open sesame')).toBe(true)
})

test.each([
  'Bearer open sesam',
  'Bearer open sesame!',
  'Bearer ',
  'open sesame',
  'Basic open sesame',
])('"%s" is not it', (authorization) =>
  expect(knowsSecret(asking(authorization), 'open sesame')).toBe(false),
)

test('without a secret, or without a word, nobody is', () => {
  expect(knowsSecret(asking(), 'open sesame')).toBe(false)
  for (const said of [undefined, 'Bearer ', 'Bearer null'])
    expect(knowsSecret(asking(said), null)).toBe(false)
})
