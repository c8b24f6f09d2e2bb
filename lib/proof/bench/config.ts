import { DATABASE, only } from '../run/only.ts'

/** `npm run bench`: what is measured is set up as for the tests, and is none of them. */
export default only(['lib/proof/bench/*.bench.ts'], {
  ...DATABASE,
  testTimeout: 3_600_000,
  maxWorkers: 1,
  disableConsoleIntercept: true,
})
