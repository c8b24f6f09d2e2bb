import { expect, test } from 'vitest'
import { readSigned, signed } from './signed'

const key = Buffer.from('a key')

test.each(['', 'norang', '노랑 🟡', 'a.b; c="d"'])('%j comes back as it was', (value) => {
  const kept = signed(value, key)
  expect(kept).toMatch(/^[A-Za-z0-9._-]+$/)
  expect(readSigned(kept, key)).toBe(value)
})

test('what was made with another key, changed, cut or made up is nothing', () => {
  const kept = signed('one', key)
  const [value = '', signature = ''] = kept.split('.')
  const others = [
    signed('one', Buffer.from('another key')),
    `${signed('two', key).split('.')[0]}.${signature}`,
    `${value}.${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`,
    value,
    `${value}.`,
    kept.slice(0, -1),
    `${kept}A`,
    `${kept}.`,
    ` ${kept}`,
    '',
    null,
  ]
  for (const other of others) expect(readSigned(other, key)).toBeNull()
})
