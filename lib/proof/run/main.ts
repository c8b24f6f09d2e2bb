import { requireNodeVersion } from '@/lib/launch/node-version'

requireNodeVersion()
const { prove } = await import('./prove')
process.exit(await prove(process.argv[2] ?? '', process.argv.slice(3)))
