import { describe, expect, test } from 'vitest'
import type { SubscriptionLetter } from '../core/subscription'
import { type LetterText, orderLetters } from '../i18n/letters'
import { subscriptionLetters } from '../i18n/subscription-letters'
import { compose, type LetterData } from './compose'
import { composeSubscription } from './compose-subscription'
import { withoutLinks } from './without-links'

/** What one mail program or another makes a link of; more than any of them does. */
const links = [
  /[\p{L}\p{N}_-][.。．｡․﹒]+\p{Cf}*[\p{L}\p{N}]/u, // evil.example
  /\p{L}[\p{L}\p{N}+-]*\p{Cf}*[:：﹕]\p{Cf}*[^\s\p{Cf}]/u, // http://, tel:, mailto:
  /[^\s\p{Cf}]\p{Cf}*[@＠﹫]|[@＠﹫]\p{Cf}*[^\s\p{Cf}]/u, // somebody@evil
  /\p{Nd}(?:[\s\p{P}\u200B\u2060]{0,5}\p{Nd}){6,}/u, // 010-1234-5678
]
const linksIn = (text: string) => links.flatMap((link) => link.exec(text)?.[0] ?? [])

const hostile = [
  'evil.example',
  'www.evil.example',
  'https://evil.example/a?b=c',
  'HTTP://EVIL.EXAMPLE',
  'http://2130706433/',
  'somebody@evil.example',
  'mailto:a@b',
  'tel:0212345678',
  '010-1234-5678',
  '1588-1588',
  '02) 123 4567',
  '+82 (0)2.123.4567',
  '०१०१२३४५६७८',
  '０１０－１２３４－５６７８',
  'evil。example',
  'evil．example',
  'evil․example',
  'evil\u200B.\u200Bexample',
  'evil.\u00ADexample',
  'ht\u200Ctp://evil.example',
  'a@evil',
  'ａ＠ｅｖｉｌ．ｅｘａｍｐｌｅ',
  'evil.\nexample',
  '악당.한국',
  '고객센터 1588-1588 (www.악당.한국) 문의@악당.한국',
]

describe('what a stranger types', () => {
  test.each(hostile)('%s is no link', (typed) => {
    expect(linksIn(withoutLinks(typed))).toEqual([])
    // Nor once it was set before, as by somebody who knows how we do it.
    expect(linksIn(withoutLinks(withoutLinks(typed)))).toEqual([])
  })

  test.each([
    '김노랑',
    'Kim Norang',
    "Anne-Marie O'Neil Jr.",
    '서울특별시 중구 세종대로 110, 101동 1203호',
    '(04524) 서울특별시 중구 세종대로 110 1층',
    '제주특별자치도 제주시 첨단로 242 (영평동)',
    '고마워요 ㅋㅋ ㅠㅠ 👩\u200D👩\u200D👧',
  ])('%s stays as it was typed', (typed) => expect(withoutLinks(typed)).toBe(typed))

  test('is still read: a joint gets a space, and the digits of a long number nothing that is seen', () => {
    expect(withoutLinks('J.Kim')).toBe('J. Kim')
    expect(withoutLinks('a@b.co')).toBe('a @ b. co')
    expect(withoutLinks('101-1203').replaceAll('\u200C', '')).toBe('101-1203')
  })

  test('is one line', () => expect(withoutLinks('a\r\nb\u2028c')).toBe('a b c'))
})

const shop = 'https://shop.test/ko/orders/4f7k'
const money = { currency: 'KRW', minor: 15_000 } as const

const orderLetter = (letter: LetterText, locale: 'ko' | 'en', typed: string): LetterData => ({
  letter,
  locale,
  number: '20261123-4F7K',
  name: typed,
  lines: [{ name: '유자청', quantity: 1, total: money }],
  deliveryFee: money,
  parcel: 'CJ대한통운',
  pieces: null,
  seller: '',
  total: money,
  vat: { supply: money, vat: money, free: money },
  came: money,
  refunded: money,
  moved: null,
  method: 'kakaopay',
  paidAt: 0,
  address: typed,
  orderUrl: shop,
  decided: null,
  simulated: true,
})

const subscriptionLetter = (letter: SubscriptionLetter, locale: 'ko' | 'en', typed: string) => ({
  letter,
  locale,
  name: typed,
  what: '유자청',
  amount: money,
  newAmount: money,
  rhythm: 'monthly' as const,
  nextAt: 0,
  why: null,
  payUrl: shop,
  url: shop,
  simulated: true,
})

const names = <T extends string>(table: Readonly<Record<T, unknown>>) => Object.keys(table) as T[]
const letters = (typed: string) =>
  (['ko', 'en'] as const).flatMap((locale) => [
    ...names(orderLetters.ko.subject).map((letter) => compose(orderLetter(letter, locale, typed))),
    ...names(subscriptionLetters.ko.subject).map((letter) =>
      composeSubscription(subscriptionLetter(letter, locale, typed)),
    ),
  ])

/** What is read, without what is there for a blameless name too. */
const news = (typed: string, plain: string) =>
  typed.split('\n').filter((line) => !plain.split('\n').includes(line))
const seen = (html: string) => html.replace(/<[^>]*>/g, '\n')

test.each(hostile)('no letter of any kind has a link to %s', (typed) => {
  const blameless = letters('김노랑')
  const found = letters(typed).flatMap(({ subject, text, html }, at) => {
    const plain = blameless[at] ?? { subject: '', text: '', html: '' }
    return [
      ...news(subject, plain.subject),
      ...news(text, plain.text),
      ...news(seen(html), seen(plain.html)),
    ]
  })
  expect(found.length).toBeGreaterThan(0)
  // Our own words around it have a colon behind a label, and a space behind that.
  expect(found.flatMap(linksIn)).toEqual([])
})

test('the only links of a letter are those that it is for, and a phone is told to find no others', () => {
  for (const { html } of letters('<a href="https://evil.example">김노랑</a>')) {
    const targets = [...html.matchAll(/<a\b[^>]*href="([^"]*)"/g)].map(([, target]) => target)
    expect([...new Set(targets)]).toEqual([shop])
    expect(html).toContain('<meta name="format-detection" content="telephone=no')
  }
})
