import { after } from 'next/server'
import { tooLarge } from '@/app/api/refusals'
import { bounded } from '@/app/simulator/bounded'
import { deliverSoon, simulator } from '@/app/simulator/wiring'
import { deps } from '@/lib/deps'
import { env } from '@/lib/env'

export const dynamic = 'force-dynamic'

/** Everything of the simulator is behind this one door; it does not exist beside the real Adyen. */
async function answer(request: Request): Promise<Response> {
  if (env().adyen.environment !== 'simulator') return new Response(null, { status: 404 })
  const readable = await bounded(request)
  if (readable === null) return tooLarge()

  const { handle, deliverDue } = await simulator()
  const response = await handle(readable)
  after(async () => {
    await (deps().simulatorSleeps ? deliverSoon() : deliverDue())
  })
  return response
}

export { answer as DELETE, answer as GET, answer as PATCH, answer as POST, answer as PUT }
