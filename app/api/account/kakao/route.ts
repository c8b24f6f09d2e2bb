import { deps } from '@/lib/deps'
import { forbidden, formFields, localeOf, missingPage, sameOrigin } from '../../responses'
import { accountPage, draftIn, goOn } from '../forms'

/** On to Kakao, where somebody says who they are. */
export async function POST(request: Request) {
  if (!sameOrigin(request)) return forbidden()
  const fields = (await formFields(request)) ?? {}
  const locale = localeOf(fields)
  const after = draftIn(fields).next ?? accountPage(locale)
  const failed = accountPage(locale, { problem: 'kakao' })
  const way = await deps().accounts.toKakao({ after, failed }, request.headers)
  return way ? goOn(way.url, way.cookies) : missingPage()
}
