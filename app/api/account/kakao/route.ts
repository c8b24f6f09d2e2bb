import { takesForm } from '@/app/api/form'
import { missingPage } from '@/app/api/refusals'
import { deps } from '@/lib/deps'
import { accountPage, draftIn, goOn } from '../forms'

/** On to Kakao, where somebody says who they are. */
export const POST = takesForm(
  'account/kakao',
  ({ fields }) => draftIn(fields),
  async ({ next }, { request, locale }) => {
    const after = next ?? accountPage(locale)
    const failed = accountPage(locale, { problem: 'kakao' })
    const way = await deps().accounts.toKakao({ after, failed }, request.headers)
    return way ? goOn(way.url, way.cookies) : missingPage(locale)
  },
)
