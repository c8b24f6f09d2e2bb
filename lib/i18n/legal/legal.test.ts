import { describe, expect, test } from 'vitest'
import { lastDayForFault, lastDayFromKnowing, lastDayToChangeMind } from '@/lib/core/days/limits'
import { feesAsText, fill, piecesOf, placeholders, type Values } from './fill'
import { type Block, type LegalName, legalNames, type Section } from './shape'
import { legalTexts } from './texts'

const fees = feesAsText({ fee: 3000, freeFrom: 50000, jejuSurcharge: 3000, islandSurcharge: 5000 })
const values: Values = {
  name: 'Norang',
  representative: 'Kim',
  registration: '123-45-67890',
  mailOrder: '2026-1',
  address: 'Seoul',
  phone: '02-1',
  email: 'a@example.com',
  ...fees,
}

const textsOf = (block: Block): readonly string[] => {
  if (typeof block === 'string') return [block]
  if ('table' in block)
    return [block.table.caption, ...block.table.head, ...block.table.rows.flat()]
  if ('whereAddressesAreFound' in block) return [block.whereAddressesAreFound]
  return 'list' in block ? block.list : block.steps
}
const allOf = ({ heading, blocks }: Section) => [heading, ...blocks.flatMap(textsOf)]
const wants = (section: Section) =>
  [
    ...allOf(section)
      .join('\n')
      .matchAll(/\{\w+\}|\]\([^)]+\)/g),
  ]
    .map(([found]) => found)
    .sort()
const shapeOf = ({ id, blocks }: Section) => [
  id,
  ...blocks.map((block) =>
    typeof block === 'string'
      ? 'text'
      : 'table' in block
        ? `table ${block.table.rows.length}`
        : `list ${textsOf(block).length}`,
  ),
]

describe.each(legalNames)('%s', (name: LegalName) => {
  const [korean, english] = [legalTexts.ko.documents[name], legalTexts.en.documents[name]]

  test('has the same parts in both languages, changed on the same day', () => {
    expect(english.sections.map(shapeOf)).toEqual(korean.sections.map(shapeOf))
    expect(english.changed).toBe(korean.changed)
    expect(korean.changed).toMatch(/^\d{4}-\d\d-\d\d$/)
  })

  test('asks for the same details and links to the same places', () => {
    expect(english.sections.map(wants)).toEqual(korean.sections.map(wants))
  })

  test('fills in whatever it asks for, and every row has a cell for each column', () => {
    for (const { sections } of [korean, english])
      for (const section of sections) {
        expect(allOf(section).map((text) => fill(text, values))).not.toContain('')
        for (const block of section.blocks)
          if (typeof block === 'object' && 'table' in block)
            for (const row of block.table.rows) expect(row.length).toBe(block.table.head.length)
      }
  })

  test('links lead to pages and sections that there are', () => {
    const places = new Set([
      '/orders/find',
      ...legalNames.flatMap((page) => [
        `/${page}`,
        ...legalTexts.ko.documents[page].sections.map(({ id }) => `/${page}#${id}`),
      ]),
    ])
    for (const { sections } of [korean, english])
      for (const text of sections.flatMap(allOf))
        for (const piece of piecesOf(text, values))
          if (typeof piece === 'object' && piece.href.startsWith('/'))
            expect(places).toContain(piece.href)
  })
})

test('where payment data goes abroad can be linked to', () => {
  for (const { documents } of Object.values(legalTexts))
    expect(documents.privacy.sections.map(({ id }) => id)).toContain('abroad')
})

test('whoever looks for an address reads who is asked', () => {
  for (const { documents } of Object.values(legalTexts)) {
    const sharing = documents.privacy.sections.find(({ id }) => id === 'sharing')
    const said = sharing?.blocks.find(
      (block) => typeof block === 'object' && 'whereAddressesAreFound' in block,
    )
    expect(said && textsOf(said).join()).toContain('business.juso.go.kr')
  }
})

test('a text is taken apart at its links, and what is filled in makes none', () => {
  expect(piecesOf('See [Delivery](/delivery), {name}.', { ...values, name: '[x](/y)' })).toEqual([
    'See ',
    { words: 'Delivery', href: '/delivery' },
    ', [x](/y).',
  ])
})

test('a placeholder that nobody knows is a mistake in the text', () => {
  expect(() => fill('{nobody}', values)).toThrow('{nobody}')
  expect(placeholders.map((name) => fill(`{${name}}`, values))).toEqual(
    placeholders.map((name) => values[name]),
  )
})

test('remote places pay the usual fee and their surcharge', () => {
  expect(fees).toMatchObject({ jejuBelow: '₩6,000', island: '₩5,000', islandBelow: '₩8,000' })
})

test('the days that the terms promise are those by which an order is judged', () => {
  const march = (day: number) => ({ year: 2026, month: 3, day })
  expect(lastDayToChangeMind(march(10), march(9), [])).toEqual(march(10 + 7))
  expect(lastDayForFault(march(10), march(9), [])).toEqual({ ...march(10), month: 3 + 3 })
  expect(lastDayFromKnowing(march(1), [])).toEqual(march(1 + 30))
  const said = (locale: 'ko' | 'en') =>
    legalTexts[locale].documents.returns.sections
      .filter(({ id }) => id === 'withdrawal')
      .flatMap(allOf)
      .join()
  for (const days of ['7일 안', '3개월 안', '30일 안']) expect(said('ko')).toContain(days)
  for (const days of ['7 days', '3 months', '30 days']) expect(said('en')).toContain(days)
})
