import { MINUTE, SECOND } from '../core/ids'
import type { Money } from '../core/money'
import { isAdyenError } from './errors'
import type { Method } from './methods'

type Methods = readonly Method[]
type Ask = (amount: Money, locale: string) => Promise<Methods>

const FRESH_FOR = 1 * MINUTE
const KEPT_FOR = 10 * MINUTE
// A page is worth no longer a wait than this.
const WAIT = 1 * SECOND
// One for each amount that carts came to lately. It bounds the memory, and nothing else.
const KEPT_AT_MOST = 1_000

/**
 * The methods for an amount, from an Adyen that may be slow: a list that was answered in the last ten minutes is used at
 * once, and asked for anew meanwhile when it is a minute old. Where there is none, an answer is waited for, a second at
 * most. Null: nobody knows.
 */
export function knowsMethods(ask: Ask, now: () => number = () => performance.now()) {
  const known = new Map<string, { readonly methods: Methods; readonly at: number }>()
  const asking = new Map<string, Promise<Methods | null>>()

  async function askAndKeep(key: string, amount: Money, locale: string) {
    try {
      const methods = await ask(amount, locale)
      known.delete(key)
      known.set(key, { methods, at: now() })
      const [oldest] = known.keys()
      if (known.size > KEPT_AT_MOST && oldest !== undefined) known.delete(oldest)
      return methods
    } catch (error) {
      if (isAdyenError(error)) return null
      throw error
    } finally {
      asking.delete(key)
    }
  }

  return async (amount: Money, locale: string): Promise<Methods | null> => {
    // Which are offered depends on the amount itself: each method has limits of its own.
    const key = `${amount.currency} ${amount.minor} ${locale}`
    const found = known.get(key)
    const age = found ? now() - found.at : KEPT_FOR
    if (found && age < FRESH_FOR) return found.methods
    const answer = asking.get(key) ?? askAndKeep(key, amount, locale)
    asking.set(key, answer)
    if (!found || age >= KEPT_FOR) return atMost(WAIT, answer)
    // Nobody waits for it here: a bug in it is for whoever does.
    answer.catch(() => undefined)
    return found.methods
  }
}

async function atMost<T>(milliseconds: number, answer: Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), milliseconds)
  })
  try {
    return await Promise.race([answer, tooLate])
  } finally {
    clearTimeout(timer)
  }
}
