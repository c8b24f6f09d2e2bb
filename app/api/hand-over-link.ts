import { isHandOverSecret } from '@/lib/core/ids'

/** The secret of a link to a checkout that was handed over, in a form or an address; null for what cannot be one. */
export const handOverLinkIn = ({ link }: Readonly<Record<string, unknown>>): string | null =>
  typeof link === 'string' && isHandOverSecret(link) ? link : null
