import { parseArgs } from 'node:util'
import { type Lived, live, relive, shrink } from './history'
import { inWords, report } from './report'
import type { Seen } from './world'

/*
 * npm run simulate -- --histories 1000000 --seed 1
 * Tries so many random histories against the rules of the order, and stops at the first that breaks one.
 */

const { values } = parseArgs({
  options: {
    histories: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
  },
})
process.exitCode = simulate(wholeNumber('histories'), wholeNumber('seed'))

function wholeNumber(name: 'histories' | 'seed'): number {
  const value = Number(values[name])
  if (Number.isSafeInteger(value) && value >= 0) return value
  throw new Error(`--${name} is a whole number, and ${values[name]} is not.`)
}

/** The seed names the first history; the others follow it one by one. */
function simulate(histories: number, first: number): number {
  const seen: Seen = new Map()
  const began = Date.now()
  for (let seed = first; seed < first + histories; seed++) {
    const lived = live(seed, seen)
    if (lived.broken !== null) return tellFailure(seed, lived)
  }
  const seconds = (Date.now() - began) / 1000
  for (const line of report(seen, histories)) console.log(line)
  const last = first + histories - 1
  console.log(`Seeds ${first} to ${last} in ${seconds.toFixed(1)} s. Every promise was kept.`)
  return 0
}

function tellFailure(seed: number, lived: Lived): number {
  const shortest = shrink(lived, (history) => relive(history) !== null)
  console.log(`A promise is broken with seed ${seed}: ${lived.broken}`)
  console.log(
    `\nThe shortest history found, with ${shortest.pieces} on the shelf and Adyen refusing ` +
      `${shortest.refusals} refunds at the end: ${relive(shortest)}`,
  )
  for (const [place, act] of shortest.acts.entries())
    console.log(`${String(place + 1).padStart(3)}. ${inWords(act)}`)
  console.log(`\nAgain: npm run simulate -- --seed ${seed} --histories 1`)
  return 1
}
