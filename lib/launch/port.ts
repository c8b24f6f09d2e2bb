import { createServer } from 'node:net'

/** Throws a sentence when the port is taken. Moving on to another one in silence would break every return URL. */
export function checkPort(port: number, command = 'npm run dev'): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error) => reject(new Error(sentence(port, command, error))))
    probe.listen(port, () => probe.close(() => resolve()))
  })
}

function sentence(port: number, command: string, error: Error): string {
  if ('code' in error && error.code === 'EADDRINUSE')
    return `Port ${port} is taken: stop what runs there, or choose another, as in PORT=${port + 1} ${command}.`
  return `Port ${port} cannot be used (${error.message}): choose another, as in PORT=3001 ${command}.`
}

/** The port that is wanted if nobody has it, else any other. */
export function freePort(wanted = 0): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error) => (wanted === 0 ? reject(error) : resolve(freePort())))
    probe.listen(wanted, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : wanted))
    })
  })
}
