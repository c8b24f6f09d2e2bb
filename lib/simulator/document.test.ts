import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { faultKinds, faultyCalls } from '@/lib/simulator/api/faults'
import { controlActs } from '@/lib/simulator/control/control-acts'
import { scriptNames } from '@/lib/simulator/payment/scripts'
import { defaultSwitches, switches } from '@/lib/simulator/switches'

/* docs/qa.md is all that QA has: what can be chosen here stands there, with the default that it really has. */

const document = readFileSync('docs/qa.md', 'utf8')

/** The rows of a table whose first cell is in backticks: its word, and the rest of the row. */
const rows = new Map(
  [...document.matchAll(/^\| `([^`]+)`[^|]*\| (.+) \|$/gm)].map(([, word = '', rest = '']) => [
    word,
    rest,
  ]),
)

describe('QA’s document', () => {
  test.each(Object.entries(defaultSwitches))(
    'says what %s is for, its default first: %s',
    (name, value) => {
      const first = /^`([^`]+)`/.exec(rows.get(name) ?? '')?.[1]
      expect(first).toBe(String(value))
    },
  )

  test.each(
    Object.entries(switches.shape).flatMap(([name, schema]) =>
      'options' in schema && schema.options.every((each: unknown) => typeof each === 'string')
        ? [[name, schema.options.map(String)] as const]
        : [],
    ),
  )('names every value of %s', (name, values) => {
    const [named = ''] = (rows.get(name) ?? '').split(' | ')
    expect(named.match(/[^`, ]+/g)?.toSorted()).toEqual(values.toSorted())
  })

  test.each([...scriptNames, ...faultKinds])('says what %s does', (name) => {
    expect(document).toMatch(new RegExp(`^\\| (?:\`\\w+\`, )?\`${name}\``, 'm'))
  })

  test.each(faultyCalls)('says that %s can go wrong', (call) =>
    expect(document).toContain(`\`${call}\``),
  )

  test.each(Object.keys(controlActs))('says what a call of %s does', (path) => {
    // An older name of another call.
    if (path === '/webhooks') return expect(document).toContain('older name: `webhooks`')
    expect(document).toContain(`\`POST ${path.slice(1)}\``)
  })
})
