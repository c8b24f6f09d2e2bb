import { plainPage } from '@/app/api/plain-page'
import { seeOther } from '@/app/api/responses'
import type { Locale } from '@/lib/core/locale'
import { deps } from '@/lib/deps'
import { refusals } from '@/lib/i18n/refusals'

type Query = Readonly<Record<string, string>>

/** 303 to a page of the desk, such as `/admin/people?done=invited`. */
export function toDesk(path: string, query: Query = {}, cookies: readonly string[] = []): Response {
  const asked = new URLSearchParams(query).toString()
  const response = seeOther(asked === '' ? path : `${path}?${asked}`)
  for (const cookie of cookies) response.headers.append('Set-Cookie', cookie)
  return response
}

/** For somebody of the shop who asks for what their role has not. */
export function notYourRolePage(locale: Locale): Response {
  const say = refusals[locale]
  const { simulated } = deps()
  return plainPage({
    status: 403,
    locale,
    simulated,
    ways: [['/admin', say.desk]],
    ...say.notYourRole,
  })
}
