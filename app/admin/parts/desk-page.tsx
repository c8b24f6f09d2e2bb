import { redirect } from 'next/navigation'
import type { ReactNode } from 'react'
import { type DeskPage, deskPages } from '@/lib/core/desk/roles'
import { hindranceTo } from '@/lib/core/desk/session'
import type { Locale } from '@/lib/core/locale'
import { deps } from '@/lib/deps'
import { noteByPerson } from '@/lib/flows/desk/note-by-person'
import { type DeskPerson, deskLocale, deskPerson } from '@/lib/visitor/desk'
import { DeskFrame } from './desk-frame'
import { MayNotSee } from './may-not-see'

export type Query = Readonly<Record<string, string | string[] | undefined>>

/** One word of an address, such as `?done=`; null where there is none, or several. */
export const oneOf = (query: Query, name: string): string | null => {
  const value = query[name]
  return typeof value === 'string' ? value : null
}

type Page = {
  /** Its folder below app/, which is its line in the table of pages. */
  readonly page: DeskPage
  /** Its address without what comes after `?`; only where it names something, such as an order. */
  readonly path?: string
  readonly query: Query
}

/**
 * Every page of the desk is drawn through this: whoever is not known goes to the sign-in and comes back, and whose role
 * has not the page reads that and nothing of it.
 */
export async function deskPage(
  { page, path = `/${page}`, query }: Page,
  draw: (person: DeskPerson, locale: Locale) => ReactNode | Promise<ReactNode>,
): Promise<ReactNode> {
  const [person, locale] = await Promise.all([deskPerson(), deskLocale()])
  const here = addressOf(path, query)
  if (person === null) redirect(`/admin/sign-in?${new URLSearchParams({ next: here })}`)
  const hindrance = hindranceTo(deskPages[page], person)
  if (hindrance === 'second_factor') redirect('/admin/account?problem=lacks_second_factor')
  const isRefused = hindrance === 'role'
  if (isRefused) await noteByPerson(deps(), person, { act: 'refused', about: path })
  return (
    <DeskFrame person={person} locale={locale} page={page} here={here}>
      {isRefused ? <MayNotSee locale={locale} /> : await draw(person, locale)}
    </DeskFrame>
  )
}

function addressOf(path: string, query: Query): string {
  const words = Object.entries(query).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value]] : [],
  )
  const asked = new URLSearchParams(words).toString()
  return asked === '' ? path : `${path}?${asked}`
}
