import { sameSecret } from '../adyen/signature'

/** True for the caller who knows CRON_SECRET; never when it is not set. */
export const isCron = (secret: string | null, authorization: string | null) =>
  secret !== null && sameSecret(authorization ?? '', `Bearer ${secret}`)
