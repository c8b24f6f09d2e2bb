import { redirect } from 'next/navigation'
import { AnswersNotFound } from '@/components/missing/answers-not-found'
import { deskLocale, deskPerson } from '@/lib/visitor/desk'
import { NothingHere } from '../parts/nothing-here'

/** Whatever else is asked for below /admin: for nobody the way in, for people of the shop a page that says so. */
export default async function DeskMissingPage() {
  if ((await deskPerson()) === null) redirect('/admin/sign-in')
  return (
    <AnswersNotFound>
      <link rel="stylesheet" href="/plain.css" />
      <div lang={await deskLocale()} className="plain-page">
        <NothingHere />
      </div>
    </AnswersNotFound>
  )
}
