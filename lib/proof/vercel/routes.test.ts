import { describe, expect, test } from 'vitest'
import { openKeeper } from './kept'
import { filled, leadTo, matchOf, type OnItsWay, phasesOf } from './routes'

const onItsWay = (path: string, headers: Record<string, string> = {}): OnItsWay => ({
  path,
  query: new URLSearchParams(),
  requestHeaders: new Headers(headers),
  answerHeaders: new Headers(),
  status: null,
})

describe('a route of the output', () => {
  test('takes what its pattern names, and leads there', () => {
    const route = {
      src: '^/(?<nxtPlocale>[^/]+?)/cart(?:/)?$',
      dest: '/[locale]/cart?l=$nxtPlocale',
    }
    const way = onItsWay('/ko/cart')
    const taken = matchOf(route, way)
    leadTo(way, filled(route.dest, taken ?? {}))
    expect([way.path, String(way.query)]).toEqual(['/[locale]/cart', 'l=ko'])
    expect(matchOf(route, onItsWay('/ko/cart/more'))).toBeNull()
  })

  test('wants what it has to have, and stays away from what has to be missing', () => {
    const has = [{ type: 'header' as const, key: 'rsc', value: '1' }]
    expect(matchOf({ src: '^/', has }, onItsWay('/', { rsc: '1' }))).not.toBeNull()
    expect(matchOf({ src: '^/', has }, onItsWay('/', { rsc: '2' }))).toBeNull()
    expect(matchOf({ src: '^/', missing: has }, onItsWay('/', { rsc: '1' }))).toBeNull()
  })

  test('belongs to the phase whose name stands before it', () => {
    const routes = [
      { src: '/a' },
      { handle: 'filesystem' },
      { src: '/b' },
      { handle: 'rewrite' },
      { src: '/c' },
    ]
    const { first, filesystem, rewrite } = phasesOf(routes)
    expect([first, filesystem, rewrite]).toEqual([
      [{ src: '/a' }],
      [{ src: '/b' }],
      [{ src: '/c' }],
    ])
  })
})

test('a page is kept as long as it says, and none of its tags is forgotten', async () => {
  const keeper = openKeeper()
  const page = (headers: Record<string, string>) => new Response('a page', { headers })
  await keeper.keep('/private', page({ 'cache-control': 'private, no-store' }), performance.now())
  expect(keeper.page('/private')).toBeNull()
  const kept = { 'cache-control': 's-maxage=31536000', 'x-next-cache-tags': 'catalogue,/layout' }
  await keeper.keep('/ko', page(kept), performance.now())
  expect(String(keeper.page('/ko')?.body)).toBe('a page')
  keeper.answer('forget', { tags: ['catalogue'] })
  expect(keeper.page('/ko')).toBeNull()
})

test('what a function keeps another finds, until its tag is forgotten', () => {
  const keeper = openKeeper()
  expect(keeper.answer('get', { key: 'k', tags: [] })).toBeNull()
  keeper.answer('set', { key: 'k', value: { kind: 'FETCH' }, tags: ['catalogue'] })
  expect(keeper.answer('get', { key: 'k', tags: [] })).toMatchObject({ value: { kind: 'FETCH' } })
  keeper.answer('forget', { tags: ['catalogue'] })
  expect(keeper.answer('get', { key: 'k', tags: [] })).toBeNull()
})
