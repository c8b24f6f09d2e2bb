import { takesForm } from '@/app/api/form'
import { deskPath } from '@/lib/core/desk/desk-path'
import { localeOr } from '@/lib/core/locale'
import { deps } from '@/lib/deps'
import { chooseLanguage } from '@/lib/flows/desk/choose-language'
import { deskLanguageCookie, deskPersonOf } from '@/lib/visitor/desk'
import { toDesk } from '../desk-answers'

/** The desk in another language: for this browser, and for whoever is signed in wherever they sit. */
export const POST = takesForm(
  'desk/language',
  ({ fields }) => ({ chosen: localeOr(fields.to), page: deskPath(fields.page) ?? '/admin' }),
  async ({ chosen, page }, { request }) => {
    const person = await deskPersonOf(request)
    if (person !== null) await chooseLanguage(deps(), person.id, chosen)
    return toDesk(page, {}, [deskLanguageCookie(chosen)])
  },
)
