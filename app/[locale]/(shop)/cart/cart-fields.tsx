import type { Locale } from '@/lib/core/locale'

type Props = { readonly locale: Locale; readonly variant: string }

/** What every form of a line says besides a quantity. */
export const CartFields = ({ locale, variant }: Props) => (
  <>
    <input type="hidden" name="variant" value={variant} />
    <input type="hidden" name="locale" value={locale} />
    <input type="hidden" name="intent" value="set" />
  </>
)
