import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

/*
 * npm run attack -- --inputs 100000 --seed 1
 * So many inputs against every door, as the tests set it up.
 */

const { values } = parseArgs({
  options: {
    inputs: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
  },
})
const { status } = spawnSync(join('node_modules', '.bin', 'vitest'), ['run', 'lib/proof/attack'], {
  stdio: 'inherit',
  env: { ...process.env, NORANG_INPUTS: values.inputs, NORANG_SEED: values.seed },
})
process.exitCode = status ?? 1
