import { deps } from '@/lib/deps'
import { env, isLoopback } from '@/lib/env'
import { askForPassword, mayControl } from '@/lib/simulator/control/control'
import { mailboxView } from '@/lib/views/mailbox'
import { mailboxPage } from './page-of-mails'

export const dynamic = 'force-dynamic'

/**
 * Where a demonstration shop's letters can be read. On the internet it asks for the password, and without
 * one it does not exist: a public mailbox would hand out what is meant for one person.
 */
export async function GET(request: Request): Promise<Response> {
  const { adyen, baseUrl, simulatorPassword: controlPassword } = env()
  if (adyen.environment !== 'simulator') return new Response(null, { status: 404 })
  const access = { open: isLoopback(baseUrl), controlPassword }
  if (!mayControl(access, request)) return askForPassword(access)

  const mails = await mailboxView(deps().db, new URL(request.url).searchParams.get('to'))
  const wantsJson = request.headers.get('accept')?.includes('application/json')
  return wantsJson
    ? Response.json(mails, { headers: { 'Cache-Control': 'no-store' } })
    : mailboxPage(mails)
}
