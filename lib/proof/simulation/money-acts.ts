import type { DisputeStep } from '@/lib/core/dispute'
import { noteId, wishId } from '@/lib/core/ids'
import { krw } from '@/lib/core/money'
import type { ProviderPayment } from './fake-adyen'
import {
  type CallingOff,
  callOff,
  type DisputeName,
  goOnDisputing,
  openDispute,
  refundInCustomerArea,
} from './fake-money'
import { cover, recordFact, type World } from './world'

/** What people of the shop, at Adyen and at banks do with money that came. */
export type MoneyAct =
  | { act: 'wish'; order: number; wish: number; won: number }
  | { act: 'hand_back'; order: number; note: number; won: number }
  | { act: 'refund_there'; payment: number; won: number; announced: boolean }
  | ({ act: 'call_off'; payment: number } & CallingOff)
  /** `dispute`: which of all; one more than there are is a new one, of so many won. */
  | {
      act: 'dispute'
      payment: number
      dispute: number
      won: number
      step: DisputeStep
      name: DisputeName
    }

export function performMoney(world: World, act: MoneyAct): unknown {
  switch (act.act) {
    case 'wish': {
      const wish = wishId(`wish ${act.wish}`)
      const amount = krw(act.won)
      const fact = { kind: 'refund_wished', wish, amount, reason: 'A scratch' } as const
      return recordFact(world, act.order, fact)
    }
    case 'hand_back': {
      const note = noteId(`note ${act.note}`)
      const amount = krw(act.won)
      return recordFact(world, act.order, { kind: 'handed_back', note, amount, reason: 'By bank' })
    }
    case 'refund_there':
      return atAdyen(world, act, (paid) =>
        refundInCustomerArea(world.adyen, paid, act.won, act.announced) ? 'refund' : null,
      )
    case 'call_off':
      return atAdyen(world, act, (paid) => (callOff(world.adyen, paid, act) ? act.event : null))
    case 'dispute':
      return atAdyen(world, act, (paid) => {
        const { adyen } = world
        const known = adyen.disputes[act.dispute]
        if (known && known.payment !== paid.psp) return null
        const dispute = known ?? openDispute(adyen, paid.psp, Math.min(act.won, paid.amount))
        return goOnDisputing(adyen, dispute, act.step, act.name) ? `dispute ${act.step}` : null
      })
  }
}

/** `does` says what was done, if anything was. */
function atAdyen(
  { adyen, coverage }: World,
  { payment }: { readonly payment: number },
  does: (paid: ProviderPayment) => string | null,
): void {
  const paid = adyen.payments[payment]
  const done = paid ? does(paid) : null
  if (done !== null) cover(coverage, `there/${done}`)
}
