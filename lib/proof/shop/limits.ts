import { type Limited, limits } from '@/lib/db/limits'

type Key = (typeof limits)[Limited]['counts'][number]['per']

/** How often one network or mailbox, or all together, may do something in the shortest time that is counted. */
export function mostOf(what: Limited, per: Key): number {
  const rate = limits[what].counts.find((each) => each.per === per)
  if (!rate) throw new Error(`${what} is not counted per ${per}`)
  return rate.times
}
