import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { stringify } from 'csv-stringify'

type Row = Readonly<Record<string, string | number>>

export type SheetColumn = { readonly key: string; readonly header: string }

/**
 * Rows as CSV that Excel in Korea opens unbroken: with a byte order mark, numbers as numbers, and nothing that would be run
 * as a formula. It is written as fast as it is read, so that it never lies in memory; `failed` hears why it ended early.
 */
export function sheetOf(
  rows: AsyncIterable<Row>,
  columns: readonly SheetColumn[],
  failed: (error: unknown) => void,
): ReadableStream<Uint8Array> {
  const sheet = stringify({
    header: true,
    columns: [...columns],
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
  })
  pipeline(Readable.from(rows), sheet).catch(failed)
  const chunks: AsyncIterator<Uint8Array> = sheet[Symbol.asyncIterator]()
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await chunks.next()
      if (done) controller.close()
      else controller.enqueue(value)
    },
    cancel() {
      sheet.destroy()
    },
  })
}
