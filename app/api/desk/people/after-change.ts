import type { Locale } from '@/lib/core/locale'
import type { ChangedPeople } from '@/lib/flows/desk/change-people'
import { notYourRolePage, toDesk } from '../desk-answers'

/** Where an owner goes on who has changed something about people, or could not. */
export function afterChange(came: ChangedPeople, done: string, locale: Locale): Response {
  if (came === 'may_not') return notYourRolePage(locale)
  return toDesk('/admin/people', came === 'done' ? { done } : { problem: came })
}
