import type { Asker } from '@/lib/core/asker'
import type { Instant } from '@/lib/core/ids'
import type { LockedOrder } from '@/lib/db/orders'
import type { Recorded } from '../record'

/** More happened to the order since the page was drawn that somebody acts from. */
export const isOlderPage = (asker: Asker, { told }: LockedOrder): boolean =>
  asker.kind === 'person' && asker.seen !== undefined && told > asker.seen

/** When it happened, as the order's history has it: by that moment the log is found again. */
export const momentOf = (events: Recorded['events'], now: Instant): Instant => events[0]?.at ?? now
