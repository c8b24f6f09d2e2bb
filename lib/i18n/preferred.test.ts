import { expect, test } from 'vitest'
import { preferredLocale } from './preferred'

test.each([
  [null, 'ko'],
  ['', 'ko'],
  ['*', 'ko'],
  ['fr-FR, de;q=0.8', 'ko'],
  ['en', 'en'],
  ['en-GB,en;q=0.9,ko;q=0.8', 'en'],
  ['ko-KR,ko;q=0.9,en-US;q=0.8,en;q=0.7', 'ko'],
  ['fr, en;q=0.5', 'en'],
  ['en;q=0, fr', 'ko'],
  ['en;q=0.5, ko;q=0.5', 'en'],
  ['EN-us', 'en'],
  ['enx', 'ko'],
  [';;;,,q=9', 'ko'],
])('a reader who wishes %j reads %s', (wish, locale) => {
  expect(preferredLocale(wish)).toBe(locale)
})
