import { z } from 'zod'

const change = z.object({
  variant: z.string().max(100),
  intent: z.enum(['add', 'set']).catch('add'),
  // Whatever was typed: the flow makes it sensible, and says so.
  quantity: z.string().default('1').transform(numberIn),
  seen: z.coerce.number().int().min(1).max(1_000_000_000).nullable().catch(null),
})

/** What somebody wants of their cart, or null when it names nothing. */
export function parseCartForm(fields: Readonly<Record<string, string>>) {
  const parsed = change.safeParse(fields)
  if (!parsed.success) return null
  const { variant: variantId, ...rest } = parsed.data
  return { variantId, ...rest }
}

/** The number in what somebody typed, also as an input method for Korean types it; null for none. */
function numberIn(typed: string): number | null {
  const text = typed.normalize('NFKC').replaceAll(',', '').trim()
  const number = text === '' ? Number.NaN : Number(text)
  return Number.isFinite(number) ? number : null
}
