import { missingPage, readerOf } from '@/app/api/refusals'
import { deps } from '@/lib/deps'
import { besideSession } from '../../cookies'

/** Back from Kakao: the one address that better-auth answers itself, and sends on to a page of ours. */
export async function GET(request: Request) {
  const { accounts } = deps()
  if (!accounts.hasKakao) return missingPage(readerOf(request))
  const answer = new Response(null, await accounts.fromKakao(request))
  const cookies = await besideSession(request, answer.headers.getSetCookie())
  for (const each of cookies) answer.headers.append('Set-Cookie', each)
  // The address holds a code of Kakao's.
  answer.headers.set('Cache-Control', 'no-store')
  answer.headers.set('Referrer-Policy', 'no-referrer')
  return answer
}
