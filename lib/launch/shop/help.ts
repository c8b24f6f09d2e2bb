import { folded } from '@/lib/core/typed/text'
import { type Command, SHOP } from './command'

type Word = { readonly word: string; readonly isTyped: boolean }

/** The words of a command's line; `isTyped`: what stands there differs. */
export const wordsOf = ({ usage }: Command): readonly Word[] =>
  (usage.match(/"?<[^>]*>"?|\S+/g) ?? []).map((word) => ({ word, isTyped: word.includes('<') }))

/** The same word, or one that begins alike. */
export const isNear = (word: string, typed: string): boolean =>
  folded(typed).toLowerCase().slice(0, 3) === word.slice(0, 3)

const optionWords: Readonly<Record<Command['options'][number], string>> = {
  yes: '--yes            do it without asking',
  json: '--json           for programs',
  public: '--public         proclaimed for everybody: whoever had until then has longer',
  ours: '--ours           the shop alone is closed: it sends later, and gives money back in time all the same',
  remove: '--remove         takes back what was entered',
  wish: '--wish <id>      the id that a preview printed: the same line twice does it once',
  despite: '--despite "<why>" sends it although somebody contests the payment',
  amount: '--amount <won>   take it for so much',
  reason: '--reason "<why>" why there are more or fewer',
  note: '--note "<why>"   why nothing is to be done',
  lines:
    '--lines 1:2,3    two of line 1 and one of line 3, as "show" counts them; else all there is',
  parcel: '--parcel <n>     which parcel, as "show" counts them; else the one that is under way',
  claim: '--claim <n>      which claim, as "show" counts them; else the one that is open',
  sellable: '--sellable 1:2  what came and can be sold again',
  damaged: '--damaged 1:1   what came and cannot',
  remedy: '--remedy <what>  money or same-goods',
  'way-back': '--way-back <won>   withheld for sending it back, from who changed their mind',
  'way-there':
    '--way-there <won>  withheld for a delivery that was free only because more was ordered',
}

/** How one command is typed, what it does, and what else it takes. */
export const usageOf = (command: Command): string =>
  [
    `${SHOP} ${command.usage}`,
    `    ${command.does}`,
    ...command.options.map((name) => `    ${optionWords[name]}`),
  ].join('\n')

/** All commands, one line each. */
export const overview = (commands: readonly Command[]): string =>
  [
    'What a merchant does by hand:',
    ...commands.flatMap(({ usage, does }) => [`  ${SHOP} ${usage}`, `      ${does}`]),
    'Each with --help. What moves money is shown first, and done after a yes or with --yes.',
  ].join('\n')
