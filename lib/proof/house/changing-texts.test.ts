import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { looseTexts } from './changing-texts'

const ours = globSync('{app,components}/**/*.tsx')
  .sort()
  .map((path) => ({ path, text: readFileSync(path, 'utf8') }))

test('no text that a script changes stands without an element of its own', () => {
  expect(ours.filter(({ text }) => text.startsWith("'use client'")).length).toBeGreaterThan(5)
  expect(looseTexts(ours)).toEqual([])
})

// The checker itself: what it must find, and what it must let pass.

const found = (text: string) =>
  looseTexts([{ path: 'a.tsx', text: `'use client'\n${text}` }]).length

test.each([
  ['a component that is a text', 'export const Total = () => formatMoney(useSum())'],
  ['one on two lines', 'const Label = ({ said }: Props) =>\n  said.replace("{a}", useSum())'],
  ['one that returns a text', 'export function Fee() {\n  return free ? "free" : amount\n}'],
  ['a text that changes', 'const A = () => <button>{sent ? busy : children}</button>'],
  ['a text behind another', 'const A = () => <p>In all {total}</p>'],
  ['a text before another', 'const A = () => <p>{count} things</p>'],
  ['two texts', 'const A = () => <p>{count}{name}</p>'],
  ['a text behind an element', 'const A = () => <p><b>In all</b> {total}</p>'],
  ['a text behind a mark', 'const A = () => <label><input /> {name}</label>'],
])('%s is found', (_, text) => expect(found(text)).toBeGreaterThan(0))

test.each([
  ['a text of its own', 'const A = () => <OwnText>{free ? words : amount}</OwnText>'],
  ['a text with a key', 'const A = () => <span key={sent}>{sent ? busy : children}</span>'],
  ['a text that stays', 'const A = () => <h1>{words.heading}</h1>'],
  ['what others put in', 'const A = () => <form><Sum />{children}</form>'],
  ['an element that comes and goes', 'const A = () => <p>{late && <b>late</b>}<i /></p>'],
  ['a comment', 'const A = () => <p>{/* why */}<i /></p>'],
  ['nothing', 'function A() {\n  useEffect(look)\n  return null\n}'],
  ['a hook, which draws nothing', 'function useSum() {\n  return a ? b : c\n}'],
  ['a type with a parameter', 'async function ask(): Promise<string> {\n  return a\n}'],
])('%s is let pass', (_, text) => expect(found(text)).toBe(0))

test('what only the server draws is let pass', () => {
  expect(looseTexts([{ path: 'a.tsx', text: 'const A = () => <p>{count} things</p>' }])).toEqual([])
})
