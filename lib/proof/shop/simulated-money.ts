import { aPaidPayment, type TestSimulator } from './test-simulator'

export const whole = 15_000

/** What the simulator's ledger says of a payment that was made, and nothing else. */
export const allOfIt = {
  came: whole,
  refunded: 0,
  refundsUnderWay: 0,
  cancelled: 0,
  captureFailed: 0,
  takenByDisputes: 0,
  left: whole,
}

/** Payments of one simulator, and what happens to their money. `names` begin their references, to be told apart. */
export function simulatedMoney(simulator: () => TestSimulator, names: string) {
  let count = 0
  const uniquely = () => `${names}-${++count}`
  const items = (psp: string) =>
    simulator()
      .received.map(({ item }) => item)
      .filter((item) => item.originalReference === psp)
  const ledger = async (reference: string) => {
    const response = await fetch(`${simulator().origin}/control/ledger?reference=${reference}`)
    return response.json()
  }
  return {
    uniquely,
    items,
    ledger,
    money: async (reference: string) => (await ledger(reference)).money,
    told: (psp: string) => items(psp).map(({ eventCode, success }) => `${eventCode} ${success}`),
    inCustomerArea: (fields: object) => simulator().control('/customer-area', fields),
    refund: (psp: string, value: number, reference: string) =>
      simulator().api(`/v72/payments/${psp}/refunds`, {
        merchantAccount: 'NorangSimulator',
        amount: { currency: 'KRW', value },
        reference,
      }),
    async aPayment() {
      const reference = uniquely()
      return { reference, psp: await aPaidPayment(simulator(), reference) }
    },
  }
}
