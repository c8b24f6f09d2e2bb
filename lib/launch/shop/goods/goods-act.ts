import type { GoodsFact } from '@/lib/core/goods/judge'
import type { Pieces } from '@/lib/core/goods/lines'
import { lineId } from '@/lib/core/ids'
import { problemWith } from '@/lib/core/order'
import { parseCount } from '@/lib/core/typed/count'
import { foldedNumber } from '@/lib/core/typed/text'
import type { ToldGoods } from '@/lib/flows/order/act-on-goods'
import { goodsProblems } from '@/lib/i18n/desk/order/goods-terms'
import {
  DONE,
  type FoundOrder,
  isAgreed,
  ONLY_SHOWN,
  refused,
  SHOP,
  type Till,
  type Typed,
} from '../command'
import { previewOf } from '../preview'

export type GoodsPlan = {
  readonly found: FoundOrder
  readonly fact: GoodsFact
  /** What is about to be done, without the order's number. */
  readonly title: string
  /** What there is to know besides. */
  readonly about?: readonly string[]
  /** The line behind `order <number>`, typed once more. */
  readonly again: string
  readonly act: () => Promise<ToldGoods>
  readonly done: string
}

/** Shows what it does to goods and money, and does it after a yes. */
export async function showAndDo(till: Till, typed: Typed, plan: GoodsPlan): Promise<number> {
  const { db, clock } = till.shop
  const { order, row, number } = plan.found
  const now = await clock.now()
  const problem = problemWith(order, plan.fact, { now, stock: 'there' })
  if (problem) return sayProblem(till, plan, problem)
  const lines = [
    `${plan.title} of order ${number}:`,
    ...(await previewOf(db, { order, row, fact: plan.fact, now })),
    ...(plan.about ?? []),
  ]
  const again = `order ${number} ${plan.again}`
  if (!(await isAgreed(till, typed, { lines, again }))) return ONLY_SHOWN
  const told = await plan.act()
  if (told !== 'done') return sayProblem(till, plan, told)
  till.print(`${plan.done}\nSee: ${SHOP} order ${number} show`)
  return DONE
}

function sayProblem(till: Till, { found, title }: GoodsPlan, told: ToldGoods): number {
  const { number } = found
  if (told === 'known') {
    till.print(`Done already: nothing is done twice.\nSee: ${SHOP} order ${number} show`)
    return DONE
  }
  const why =
    told === null || told === 'may_not' || told === 'changed' || told === 'done'
      ? 'it changed meanwhile'
      : `${goodsProblems.en[told]}${told === 'contested' ? ', with --despite "…"' : ''}`
  return refused(till, `${title} of order ${number}: ${why}. Nothing was changed.`)
}

/** `1:2,3` is two of line 1 and one of line 3. Null: that is none of it. */
export function typedPieces(typed: string): Pieces | null {
  const parts = foldedNumber(typed).split(/[ ,]+/)
  const pieces = parts.filter((part) => part !== '').map(pieceOf)
  const read = pieces.flatMap((piece) => piece ?? [])
  return read.length > 0 && read.length === pieces.length ? read : null
}

function pieceOf(part: string): Pieces[number] | null {
  const [line, quantity, more] = part.split(':').map(parseCount)
  if (!line || quantity === null || more !== undefined) return null
  return { line: lineId(line), quantity: quantity ?? 1 }
}

/** What stands behind an option; `none` when it was not typed. Null: it is none, and it is said. */
export function piecesIn<None>(
  till: Till,
  typed: string | undefined,
  { option, none }: { readonly option: string; readonly none: None },
): { readonly pieces: Pieces | None } | null {
  if (typed === undefined) return { pieces: none }
  const pieces = typedPieces(typed)
  if (pieces) return { pieces }
  till.complain(
    `"${typed}" names no lines: type --${option} 1:2,3 for two of line 1 and one of line 3.`,
  )
  return null
}

/** Which of several is meant: the one that was typed, by its number, or the only one that it can be. Null: it is said. */
export function typedOne<T>(
  till: Till,
  typed: string | undefined,
  {
    all,
    able,
    what,
  }: { readonly all: readonly T[]; readonly able: readonly T[]; readonly what: string },
): T | null {
  const number = typed === undefined ? null : parseCount(typed)
  const [only, ...more] = able
  const found =
    typed === undefined ? (more.length === 0 ? only : undefined) : all[(number ?? 0) - 1]
  if (found !== undefined) return found
  till.complain(
    typed === undefined && able.length > 1
      ? `There are several: say which with --${what} <n>, as "show" counts them. Nothing was changed.`
      : `There is no such ${what}. Nothing was changed.`,
  )
  return null
}
