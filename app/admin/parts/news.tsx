import { getTranslations } from 'next-intl/server'
import { Notice } from '@/components/notice'
import type { Locale } from '@/lib/core/locale'
import { deskKo } from '@/lib/i18n/messages/desk'
import { oneOf, type Query } from './desk-page'

type Props = { readonly locale: Locale; readonly query: Query }

const isProblem = (word: string): word is keyof typeof deskKo.problem => word in deskKo.problem
const isDone = (word: string): word is keyof typeof deskKo.done => word in deskKo.done

/** What became of what somebody just did, by `?done=` or `?problem=` of the address. */
export async function News({ locale, query }: Props) {
  const t = await getTranslations({ locale, namespace: 'desk' })
  const problem = oneOf(query, 'problem') ?? ''
  const done = oneOf(query, 'done') ?? ''
  if (isProblem(problem))
    return (
      <div id="problem" className="-mb-6">
        <Notice tone="bad">{t(`problem.${problem}`)}</Notice>
      </div>
    )
  return isDone(done) ? <Notice tone="good">{t(`done.${done}`)}</Notice> : null
}
