import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { Frame } from '@/components/frame'
import { KeepFresh } from '@/components/keep-fresh'
import { Missing } from '@/components/missing/missing'
import { parseOrderId } from '@/lib/core/ids'
import type { Locale } from '@/lib/core/locale'
import { deps } from '@/lib/deps'
import { type ResultView, resultView } from '@/lib/views/order'
import { asker } from '@/lib/visitor/asker'
import { localeIn } from '../../../../locale'
import { NextSteps } from './next-steps'
import { OutcomeHeading } from './outcome-heading'

type Props = {
  readonly params: Promise<{ locale: string; order: string }>
  readonly searchParams: Promise<{ attempt?: string | string[] }>
}

/** Once for the title and the page. */
const viewOf = cache(async (order: string, attempt: string, locale: Locale) => {
  const id = parseOrderId(order)
  const number = /^[1-9]\d{0,2}$/.test(attempt) ? Number(attempt) : null
  const found = id && (await resultView(deps().db, id, await asker(), { locale, attempt: number }))
  return found ? { found, query: number === null ? '' : `?attempt=${number}` } : null
})

const view = async ({ params, searchParams }: Props, locale: Locale) =>
  viewOf((await params).order, String((await searchParams).attempt), locale)

export async function generateMetadata(props: Props): Promise<Metadata> {
  const locale = await localeIn(props.params)
  const t = await getTranslations({ locale, namespace: 'result' })
  const shown = await view(props, locale)
  return shown ? { title: t(`heading.${shown.found.verdict}`) } : {}
}

/** Adyen has not said yet where to send the shopper. When it does, the order stays as it is. */
const awaitsAnswer = ({ unsent }: ResultView) => unsent?.kind === 'no_answer'

export default async function ResultPage(props: Props) {
  const locale = await localeIn(props.params)
  const shown = await view(props, locale)
  if (!shown) return <Missing locale={locale} simulated={deps().simulated} />
  const { found, query } = shown
  return (
    <Frame locale={locale} path={`/orders/${found.id}/result${query}`} simulated={deps().simulated}>
      <div className="narrow flex flex-col gap-8">
        <OutcomeHeading locale={locale} view={found} />
        <NextSteps locale={locale} view={found} />
      </div>
      <KeepFresh
        order={found.id}
        updatedAt={awaitsAnswer(found) ? null : found.updatedAt}
        open={found.open}
        without="refresh"
      />
    </Frame>
  )
}
