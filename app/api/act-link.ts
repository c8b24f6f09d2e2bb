import { isActLinkSecret } from '@/lib/core/ids'

/** The secret of a mailed link in a form or an address; null for what cannot be one. */
export const actLinkIn = ({ link }: Readonly<Record<string, unknown>>): string | null =>
  typeof link === 'string' && isActLinkSecret(link) ? link : null
