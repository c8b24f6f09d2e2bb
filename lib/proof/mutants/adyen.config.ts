import base from '../../../vitest.config'

/** The tests of what Adyen's words mean and of who signed them. */
export default {
  ...base,
  test: {
    ...base.test,
    include: ['lib/adyen/{notification,meanings,signature,errors,token-notification}.test.ts'],
    globalSetup: [],
  },
}
