import type { PersonId } from '@/lib/core/desk/roles'
import type { Locale } from '@/lib/core/locale'
import { changePersonRow } from '@/lib/db/desk/desk-people'
import type { Deps } from '../deps'

/** Somebody reads the desk, and its mails, in another language from now on. */
export const chooseLanguage = ({ db }: Deps, person: PersonId, locale: Locale): Promise<void> =>
  changePersonRow(db, person, { locale })
