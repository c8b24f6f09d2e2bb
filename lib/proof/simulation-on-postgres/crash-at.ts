import type { ShopDeps } from '@/lib/deps'

/** The process died here. Nothing after this happened, and nobody heard of it. */
class Crashed extends Error {
  override name = 'Crashed'
}

export const isCrashed = (error: unknown): boolean =>
  error instanceof Error && error.name === 'Crashed'

/**
 * The same shop, in a process that dies at the boundary with this number: before a transaction, in it when all is
 * written and nothing committed, after it, before a call to Adyen, or between its answer and our hearing it.
 */
export function crashAt(deps: ShopDeps, atBoundary: number): ShopDeps {
  let passed = 0
  let isDead = false
  const boundary = () => {
    // Somebody who is dead does nothing more, also where two things were being done at once.
    if (isDead || ++passed === atBoundary) {
      isDead = true
      throw new Crashed(`at boundary ${atBoundary}`)
    }
  }
  const db = new Proxy(deps.db, {
    get(target, name) {
      const found = Reflect.get(target, name, target)
      if (name === 'transaction') return () => transactionOf(target.transaction(), boundary)
      return typeof found === 'function' ? found.bind(target) : found
    },
  })
  const adyen = new Proxy(deps.adyen, {
    get(target, name) {
      const call = Reflect.get(target, name)
      if (typeof call !== 'function') return call
      return async (...asked: unknown[]) => {
        boundary()
        const answer = await call.apply(target, asked)
        boundary()
        return answer
      }
    },
  })
  return { ...deps, db, adyen }
}

type Builder = ReturnType<ShopDeps['db']['transaction']>

function transactionOf(builder: Builder, boundary: () => void): Builder {
  const execute: Builder['execute'] = async (work) => {
    boundary()
    const result = await builder.execute(async (tx) => {
      const done = await work(tx)
      boundary()
      return done
    })
    boundary()
    return result
  }
  return new Proxy(builder, {
    get: (target, name) => (name === 'execute' ? execute : Reflect.get(target, name, target)),
  })
}
