import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ScratchDatabase, scratchDatabase } from '@/lib/proof/shop/scratch-database'
import { typistOn } from '@/lib/proof/shop/typed-commands'

let scratch: ScratchDatabase
beforeAll(async () => {
  scratch = await scratchDatabase()
})
afterAll(() => scratch.drop())

const type = (...words: string[]) => typistOn(scratch.url)(...words)

test.each([
  [['--help'], 0, 'order <number> refund <amount> "<reason>"'],
  [['order', 'refund', '--help'], 0, '--wish <id>'],
  [['order', '20261123-4F7K', 'refnd', '3000', 'x'], 1, 'npm run shop -- order <number> refund'],
  [['order', '20261123-4F7K', 'refund', '3000'], 1, 'order <number> refund <amount> "<reason>"'],
  [['order', '20261123-4F7K', 'refund', '3000', 'two', 'words'], 1, 'order <number> refund'],
  [['order', '20261123-4F7K', 'cancel', '--wish', 'x'], 1, 'order <number> cancel'],
  [['parked', '--again'], 1, 'parked again'],
  [['parcel', '20261123-4F7K', 'delivered'], 1, 'order <number> delivered'],
  [['hello', 'world'], 1, 'What a merchant does by hand'],
  [[], 1, 'What a merchant does by hand'],
  [['order', '20261123-4F7K', 'show'], 1, 'There is no order 20261123-4F7K.'],
  [['order', '4F7K', 'show'], 1, '"4F7K" is no number of an order'],
])('%j is answered with code %d', async (words, code, sentence) => {
  const told = await type(...words)
  expect(told.code).toBe(code)
  expect(told.said + told.complained).toContain(sentence)
})

test('who asks for help reads it where it can be passed on, and nobody is sent to another command', async () => {
  const { said, complained } = await type('order', '20261123-4F7K', 'cancel', '--help')
  expect(complained).toBe('')
  expect(said).toContain('order <number> cancel')
  expect(said).not.toContain('refund <amount>')
})
