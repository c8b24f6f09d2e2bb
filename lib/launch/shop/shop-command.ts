import { parseArgs } from 'node:util'
import { folded } from '@/lib/core/typed/text'
import { createDeps } from '@/lib/deps'
import type { Env } from '@/lib/env'
import { cancelCommand } from './cancel'
import { chargeCommands } from './charge'
import { type Command, DONE, optionKinds, refused, type Terminal, type Typed } from './command'
import { dayOffCommands } from './day-off'
import { claimCommands } from './goods/claims'
import { parcelCommands } from './goods/parcel'
import { parcelsCommands } from './goods/parcels'
import { isNear, overview, usageOf, wordsOf } from './help'
import { moneyBackCommands } from './money-back'
import { parkedCommands } from './parked'
import { showCommand } from './show-order'
import { stockCommands } from './stock'
import { tryAgainCommand } from './try-again'

const commands: readonly Command[] = [
  showCommand,
  ...moneyBackCommands,
  tryAgainCommand,
  cancelCommand,
  ...parcelCommands,
  ...parcelsCommands,
  ...claimCommands,
  ...chargeCommands,
  ...parkedCommands,
  ...stockCommands,
  ...dayOffCommands,
]

type Place = { readonly settings: Env; readonly databaseUrl: string; readonly terminal: Terminal }

/** Everything that a merchant does by hand. Answers with the exit code. */
export async function shopCommand(
  { settings, databaseUrl, terminal }: Place,
  args: readonly string[],
): Promise<number> {
  const asked = read(args)
  if (asked.kind === 'help') {
    terminal.print(asked.text)
    return DONE
  }
  if (asked.kind === 'unclear') return refused(terminal, asked.text)
  const shop = createDeps({ ...settings, databaseUrl })
  try {
    return await asked.command.run({ ...terminal, shop, databaseUrl }, asked.typed)
  } finally {
    await shop.db.destroy()
  }
}

type Asked =
  | { readonly kind: 'run'; readonly command: Command; readonly typed: Typed }
  | { readonly kind: 'help'; readonly text: string }
  | { readonly kind: 'unclear'; readonly text: string }

function read(args: readonly string[]): Asked {
  const line = args.map(asAmount)
  const parsed = parse(line)
  const words = parsed?.positionals ?? line.filter((word) => !word.startsWith('-'))
  const near = nearest(words)
  const usages = near.length > 0 ? near.map(usageOf).join('\n') : overview(commands)
  if (parsed === null) return { kind: 'unclear', text: usages }
  const { values: options } = parsed
  if (options.help || words.length === 0)
    return { kind: options.help ? 'help' : 'unclear', text: usages }
  const command = near.find((each) => fits(each, words))
  const isKnown = (name: string) => command?.options.some((option) => option === name)
  if (!command || !Object.keys(options).every(isKnown)) return { kind: 'unclear', text: usages }
  const given = wordsOf(command).flatMap(({ isTyped }, index) =>
    isTyped ? (words[index] ?? '') : [],
  )
  return { kind: 'run', command, typed: { words: given, options } }
}

function parse(args: string[]) {
  try {
    return parseArgs({ args, options: optionKinds, allowPositionals: true })
  } catch {
    return null
  }
}

/** An amount below nothing is no option: it gets a sentence about amounts. */
const asAmount = (word: string): string => word.replace(/^-(?=[\d₩￦０-９])/, '\u2212')

const sameWord = (word: string, typed = '') => folded(typed).toLowerCase() === word

const fits = (command: Command, words: readonly string[]): boolean => {
  const wanted = wordsOf(command)
  return (
    wanted.length === words.length &&
    wanted.every(({ word, isTyped }, index) => isTyped || sameWord(word, words[index]))
  )
}

/** Those that have most of their own words in the line; none when it has none of them. */
function nearest(words: readonly string[]): readonly Command[] {
  const score = (command: Command) =>
    wordsOf(command).filter(
      ({ word, isTyped }) => !isTyped && words.some((typed) => isNear(word, typed)),
    ).length
  const best = Math.max(...commands.map(score))
  return best === 0 ? [] : commands.filter((command) => score(command) === best)
}
