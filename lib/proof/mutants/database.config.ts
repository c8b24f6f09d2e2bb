import { DATABASE, only } from '../run/only.ts'

const tests = [
  'lib/flows/{record,record-moves,notification/{apply-notification,parked,money-target,refund-target,old-news},order/money-back,payment/{many-at-once,meanwhile},saved/tokens}.test.ts',
  'lib/db/{,goods/}*.test.ts',
  'app/api/webhooks/adyen/route.test.ts',
  'lib/launch/shop/parked.test.ts',
]

/** The tests of what becomes of a notification, for mutants that only a database notices. */
export default only(tests, DATABASE)
