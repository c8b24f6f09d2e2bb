import { z } from 'zod'
import { parseCount } from '@/lib/core/typed/count'

const change = z.object({
  variant: z.string().max(100),
  intent: z.enum(['add', 'set']).catch('add'),
  // Whatever was typed: the flow makes it sensible, and says so.
  quantity: z.string().default('1').transform(parseCount),
  seen: z.coerce.number().int().min(1).max(1_000_000_000).nullable().catch(null),
})

/** What somebody wants of their cart, or null when it names nothing. */
export function parseCartForm(fields: Readonly<Record<string, string>>) {
  const parsed = change.safeParse(fields)
  if (!parsed.success) return null
  const { variant: variantId, ...rest } = parsed.data
  return { variantId, ...rest }
}
