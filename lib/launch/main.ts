import { requireNodeVersion } from './node-version'

requireNodeVersion()
const { runCommand } = await import('./run-command')
process.exit(await runCommand(process.argv[2] ?? '', process.argv.slice(3)))
