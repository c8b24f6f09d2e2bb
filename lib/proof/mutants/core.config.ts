import base from '../../../vitest.config'

/** The core's own tests, for its mutants. */
export default {
  ...base,
  test: { ...base.test, include: ['lib/core/*.test.ts'], globalSetup: [] },
}
