import type { Pieces } from '@/lib/core/goods/lines'
import type { Locale } from '@/lib/core/locale'
import { happenedText } from '@/lib/i18n/desk/order/happened'
import { orderPageWords } from '@/lib/i18n/desk/order/page-words'
import type { DeskOrder } from '@/lib/views/desk/desk-order'
import type { HistoryEntry } from '@/lib/views/desk/order-history'
import { namedPieces } from '@/lib/views/order-goods'
import { deskTime } from '../../parts/desk-time'
import { Panel } from './panel'

type Props = {
  readonly entries: readonly HistoryEntry[]
  readonly view: DeskOrder
  readonly locale: Locale
}

/** The one history: short for people and, unfolded, exact. */
export function HistoryOfOrder({ entries, view, locale }: Props) {
  const w = orderPageWords[locale]
  return (
    <Panel id="history" heading={w.history}>
      <ol className="flex flex-col divide-y divide-line text-sm">
        {entries.map((entry, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: nothing moves in it, and two entries can be alike
          <li key={index} className="grid gap-x-4 py-2 sm:grid-cols-[9.5rem_1fr]">
            <time dateTime={new Date(entry.at).toISOString()} className="text-quiet tabular-nums">
              {deskTime(new Date(entry.at), locale)}
            </time>
            <div className="min-w-0">
              <Said entry={entry} view={view} locale={locale} />
              {entry.by && (
                <p className="text-quiet">
                  {w.by(entry.by.who)}
                  {entry.by.why !== '' && ` · ${entry.by.why}`}
                </p>
              )}
              <details>
                <summary className="inline-flex min-h-11 min-w-11 cursor-pointer items-center text-quiet">
                  {w.exact}
                </summary>
                <pre className="whitespace-pre-wrap break-all rounded-control bg-paper p-3 text-xs">
                  {entry.exact}
                </pre>
              </details>
            </div>
          </li>
        ))}
      </ol>
    </Panel>
  )
}

type One = { readonly entry: HistoryEntry; readonly view: DeskOrder; readonly locale: Locale }

function Said({ entry, view, locale }: One) {
  const w = orderPageWords[locale]
  const named = (pieces: Pieces) => namedPieces(view.row, pieces, locale)
  switch (entry.kind) {
    case 'happened':
      return entry.events.map((event, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: what happened in one moment stays in its order
        <p key={index} className="font-medium">
          {happenedText(event, { locale, named })}
        </p>
      ))
    case 'news':
      return (
        <p>
          Adyen · {entry.eventCode}
          {entry.success !== null && ` · ${w.success[entry.success ? 'true' : 'false']}`}
          {entry.amount !== null && ` · ${entry.amount}`} · {w.news[entry.state]}
        </p>
      )
    case 'letter':
      return (
        <p className="wrap-anywhere">
          {w.letter} · {entry.subject} ·{' '}
          {entry.sentAt === null ? w.notSentYet : w.sentTo(entry.recipient)}
        </p>
      )
    case 'note':
      return (
        <p className="whitespace-pre-line">
          <span className="font-semibold">{w.note[entry.what]}</span> · {entry.words}
        </p>
      )
    case 'done':
      return <p>{entry.act}</p>
  }
}
