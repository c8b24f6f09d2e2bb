import usual from '../../../vitest.config.ts'

/** The usual settings for these files alone, in a run of their own. */
export const only = (include: readonly string[], more: object = {}) => ({
  ...usual,
  test: { ...usual.test, projects: undefined, include: [...include], ...more },
})

/** For tests that need a Postgres. */
export const DATABASE = { globalSetup: 'lib/proof/shop/database-setup.ts' }
