import { requireNodeVersion } from '../node-version'

// Not one of run-command's, which load the whole shop: half of the memory and most of the start would go into it.
requireNodeVersion()
const { runSimulator } = await import('./run-simulator')
process.exit(await runSimulator())
