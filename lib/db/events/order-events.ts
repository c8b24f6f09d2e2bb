import { z } from 'zod'
import type { OrderId } from '../../core/ids'
import type { OrderEvent } from '../../core/order'
import { version0, version1, version2, version3 } from './older-order-events'
import { attemptStarted, kept, ofGoods, ofMoney, stockHoldOver } from './order-event-schemas'
import { readEvent, type StoredEvent } from './stored-events'

const version4 = z.discriminatedUnion('type', [
  ...kept,
  attemptStarted,
  stockHoldOver,
  ...ofMoney,
  ...ofGoods,
])

const versions = new Map<unknown, z.ZodType<OrderEvent>>([
  [0, version0],
  [1, version1],
  [2, version2],
  [3, version3],
  [4, version4],
])

/** An event that the schema does not know fails to compile here, and one that `OrderEvent` does not know above. */
export const writeOrderEvent = (event: z.output<typeof version4>): string =>
  JSON.stringify({ v: 4, ...event })

export const readOrderEvent = (id: OrderId, stored: StoredEvent): OrderEvent =>
  readEvent(versions, { what: 'order', id }, stored)
