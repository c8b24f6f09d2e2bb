import { randomInt } from 'node:crypto'
import { freePort } from '@/lib/launch/port'

/**
 * A free port below those that the system gives to outgoing connections. What dies and comes back has to
 * get its port again, and nobody may have called out from it meanwhile.
 */
export async function stablePort(): Promise<number> {
  for (;;) {
    const wanted = randomInt(20_000, 32_000)
    if ((await freePort(wanted)) === wanted) return wanted
  }
}
