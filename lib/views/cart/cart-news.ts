import { z } from 'zod'
import type { Locale } from '../../core/locale'
import type { Db } from '../../db/connection'
import { findVariantName } from '../../db/goods/products'

/** What became of the last change, as the door says it in the address of the cart. */
const told = z.object({
  told: z.enum(['removed', 'kept', 'gone', 'most', 'left', 'whole']),
  variant: z.string().max(100),
  count: z.coerce.number().int().min(0).max(99),
})

export type CartNews = {
  readonly told: z.infer<typeof told>['told']
  readonly variantId: string
  readonly product: string
  readonly count: number
}

/** The sentence about the last change; null when there is none, or none of ours. */
export async function cartNews(
  db: Db,
  query: Readonly<Record<string, unknown>>,
  locale: Locale,
): Promise<CartNews | null> {
  const parsed = told.safeParse(query)
  if (!parsed.success) return null
  const { told: what, variant: variantId, count } = parsed.data
  const name = await findVariantName(db, variantId.replaceAll('\0', ''))
  if (!name) return null
  const product = locale === 'ko' ? [name.nameKo, name.optionKo] : [name.nameEn, name.optionEn]
  return { told: what, variantId, count, product: product.filter(Boolean).join(', ') }
}
