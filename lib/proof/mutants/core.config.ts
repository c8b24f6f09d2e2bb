import { only } from '../run/only.ts'

/** The core's own tests, for its mutants. */
export default only(['lib/core/**/*.test.ts'])
