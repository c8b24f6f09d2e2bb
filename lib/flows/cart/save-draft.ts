import { firstLetters } from '@/lib/core/graphemes'
import { draftOf, findCart, keepDraft } from '@/lib/db/carts'
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
  'addressKeyword',
]

const LONGEST_KEPT = 500

// A form that is filled to its brim takes some 5,000 bytes. A million of them are kept.
const MOST_BYTES = 8_000

/** Keeps what a person typed into the checkout form, so that nothing has to be typed twice. */
export async function saveDraft(
  deps: Deps,
  { visitor, network }: { readonly visitor: string; readonly network: string },
  fields: Readonly<Record<string, string>>,
): Promise<void> {
  let room = MOST_BYTES
  const typed = KEPT.flatMap((name) => {
    const text = firstLetters(fields[name] ?? '', LONGEST_KEPT)
    room -= Buffer.byteLength(JSON.stringify([name, text]))
    return fields[name] === undefined || room < 0 ? [] : [[name, text]]
  })
  const fresh = await freshCart(deps, network, await deps.clock.now())
  await keepDraft(deps.db, visitor, Object.fromEntries(typed), fresh)
}

/** The same of a form with a part of the fields: what was typed into the others stays. */
export async function addToDraft(
  deps: Deps,
  who: { readonly visitor: string; readonly network: string },
  fields: Readonly<Record<string, string>>,
): Promise<void> {
  const known = draftOf(await findCart(deps.db, who.visitor))
  await saveDraft(deps, who, { ...known, ...fields })
}
