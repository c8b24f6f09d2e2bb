import { insistOnNode } from './node-version'

insistOnNode()
const { command } = await import('./command')
process.exit(await command(process.argv[2] ?? '', process.argv.slice(3)))
