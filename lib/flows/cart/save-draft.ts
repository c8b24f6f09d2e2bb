import { firstLetters } from '@/lib/core/graphemes'
import { keepDraft } from '@/lib/db/carts'
import type { Deps } from '../deps'
import { freshCart } from './fresh-cart'

const KEPT = [
  'name',
  'email',
  'phone',
  'postcode',
  'address',
  'addressDetail',
  'deliveryNote',
  'method',
]

const LONGEST_KEPT = 500

/** Keeps what a person typed into the checkout form, so that nothing has to be typed twice. */
export async function saveDraft(
  deps: Deps,
  { visitor, network }: { readonly visitor: string; readonly network: string },
  fields: Readonly<Record<string, string>>,
): Promise<void> {
  const typed = KEPT.flatMap((name) => {
    const text = fields[name]
    return text === undefined ? [] : [[name, firstLetters(text, LONGEST_KEPT)]]
  })
  const fresh = await freshCart(deps, network, await deps.clock.now())
  await keepDraft(deps.db, visitor, Object.fromEntries(typed), fresh)
}
