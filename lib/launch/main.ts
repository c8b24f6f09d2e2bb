import { complaintAboutNode } from './node-version'

const complaint = complaintAboutNode(process.versions.node)
if (complaint) {
  console.error(complaint)
  process.exit(1)
}

// Imported only now: what lies behind cannot even be loaded by an old Node.
const { command } = await import('./command')
process.exit(await command(process.argv[2] ?? ''))
