import { expect, test } from 'vitest'
import { mailboxOf } from './mailbox'

test.each([
  [
    'norang@example.com',
    [
      'Norang@Example.com',
      ' norang@example.com ',
      'norang+tea@example.com',
      'norang+a+b@example.com',
    ],
  ],
  ['kim.norang@naver.com', ['KIM.norang@NAVER.com', 'kim.norang+1@naver.com']],
  [
    'kimnorang@gmail.com',
    ['kim.norang@gmail.com', 'K.i.m.norang+tea@googlemail.com', 'kimnorang.@gmail.com'],
  ],
  ['kimnorang@protonmail.com', ['kim_norang@pm.me', 'kim-nor.ang+tea@proton.me']],
  ['kim.norang@icloud.com', ['kim.norang+tea@me.com', 'kim.norang@mac.com']],
  ['kim@yahoo.com', ['kim-shops@yahoo.com', 'KIM-a-b@yahoo.com']],
])('%s is the mailbox behind %j', (mailbox, addresses) => {
  for (const address of addresses) expect(mailboxOf(address)).toBe(mailbox)
})

test('people whose hosts tell dots and hyphens apart are different people', () => {
  const people = ['kim.norang@naver.com', 'kimnorang@naver.com', 'kim-norang@naver.com']
  expect(new Set(people.map(mailboxOf)).size).toBe(3)
})

test.each(['', '@', 'norang', '+@+', 'a@b@c', 'x@constructor', 'x@__proto__'])(
  '%j is counted too, though no letter goes there',
  (text) => {
    expect(mailboxOf(text)).toBe(mailboxOf(`${text} `))
  },
)
