import { only } from '../run/only.ts'

/** The tests of what Adyen's words mean and of who signed them. */
export default only([
  'lib/adyen/{notification,meanings,signature,errors,token-notification}.test.ts',
])
