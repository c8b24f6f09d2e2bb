import { only } from '../run/only.ts'
import { QuickFirst } from './quick-first.ts'

/** The core's own tests, for its mutants. */
export default only(['lib/core/**/*.test.ts'], {
  maxWorkers: 1,
  sequence: { sequencer: QuickFirst },
})
