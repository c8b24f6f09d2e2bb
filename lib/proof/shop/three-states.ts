import { expect } from 'vitest'
import type { Finding, FindingState } from '@/lib/flows/going-live/finding'
import type { CheckId } from '@/lib/i18n/going-live/check-names'

/** Counts in which states checks were seen, so that a test can say that none of them was left out. */
export function seenStates() {
  const seen = new Map<CheckId, Set<FindingState>>()
  return {
    /** Notes all of them, and answers with the one that is meant. */
    note(findings: readonly Finding[], id: CheckId): Finding {
      for (const { id, state } of findings) seen.set(id, (seen.get(id) ?? new Set()).add(state))
      const found = findings.find((each) => each.id === id)
      if (!found) throw new Error(`nothing was said about ${id}`)
      return found
    },
    expectAllThreeOf(ids: readonly CheckId[]) {
      const missed = ids.filter((id) => seen.get(id)?.size !== 3)
      expect(missed).toEqual([])
    },
  }
}
