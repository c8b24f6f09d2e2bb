import type { ReactNode } from 'react'
import type { Locale } from '@/lib/core/locale'
import { fill, piecesOf, type Values } from '@/lib/i18n/legal/fill'
import type { Block, Section, Table } from '@/lib/i18n/legal/shape'

type Context = {
  readonly locale: Locale
  readonly values: Values
  /** Whether the shop looks for addresses. */
  readonly findsAddresses: boolean
}

type Props = Context & { readonly sections: readonly Section[] }

/** The sections of a legal text, filled in. */
export const LegalText = ({ sections, ...context }: Props) =>
  sections.map(({ id, heading, blocks }) => (
    <section
      key={id}
      id={id}
      aria-labelledby={`${id}-heading`}
      className="mt-4 flex scroll-mt-6 flex-col gap-3"
    >
      <h2 id={`${id}-heading`} className="heading">
        {heading}
      </h2>
      {blocks.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they never move, and a key is sent with the page
        <BlockOf key={index} block={block} {...context} />
      ))}
    </section>
  ))

function BlockOf({ block, ...context }: Context & { readonly block: Block }) {
  const text = (words: string) => <Words text={words} {...context} />
  if (typeof block === 'string') return <p className="max-w-prose">{text(block)}</p>
  if ('whereAddressesAreFound' in block)
    return (
      context.findsAddresses && <p className="max-w-prose">{text(block.whereAddressesAreFound)}</p>
    )
  if ('table' in block) return <TableOf table={block.table} {...context} />
  const items = 'list' in block ? block.list : block.steps
  const entries = items.map((item, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: as above
    <li key={index}>{text(item)}</li>
  ))
  const look = 'flex max-w-prose flex-col gap-1 ps-5'
  return 'list' in block ? (
    <ul className={`list-disc ${look}`}>{entries}</ul>
  ) : (
    <ol className={`list-decimal ${look}`}>{entries}</ol>
  )
}

const cell = 'block text-start md:table-cell md:py-3 md:pe-4 md:align-top'

/** On a phone each row is a card that names its cells itself, so that nobody scrolls sideways. */
function TableOf({ table, ...context }: Context & { readonly table: Table }) {
  const [, ...columns] = table.head
  // Styled as blocks a table would lose its meaning for those who listen; the roles keep it.
  return (
    // biome-ignore-start lint/a11y/noRedundantRoles: see above
    <table role="table" className="block border-line border-y md:table md:w-full">
      <caption className="sr-only">{table.caption}</caption>
      <thead role="rowgroup" className="sr-only md:not-sr-only md:table-header-group">
        <tr role="row">
          {table.head.map((name) => (
            <th
              key={name}
              role="columnheader"
              scope="col"
              className="py-3 pe-4 text-start align-top font-semibold text-[0.875rem] text-quiet"
            >
              {fill(name, context.values)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup" className="block md:table-row-group">
        {table.rows.map(([name = '', ...cells]) => (
          <tr
            key={name}
            role="row"
            className="block border-line py-3 not-first:border-t md:table-row md:border-t"
          >
            <th role="rowheader" scope="row" className={`font-bold md:min-w-28 ${cell}`}>
              <Words text={name} {...context} />
            </th>
            {columns.map((column, index) => (
              <td key={column} role="cell" className={`not-first-of-type:mt-1 ${cell}`}>
                {columns.length > 1 && (
                  <span aria-hidden="true" className="block text-[0.875rem] text-quiet md:hidden">
                    {fill(column, context.values)}
                  </span>
                )}
                <span>
                  <Words text={cells[index] ?? ''} {...context} />
                </span>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
    // biome-ignore-end lint/a11y/noRedundantRoles: see above
  )
}

function Words({ text, locale, values }: Context & { readonly text: string }): ReactNode {
  return piecesOf(text, values).map((piece) =>
    typeof piece === 'string' ? (
      piece
    ) : (
      <a
        key={piece.href + piece.words}
        href={piece.href.startsWith('/') ? `/${locale}${piece.href}` : piece.href}
        className="font-semibold underline underline-offset-4"
      >
        {piece.words}
      </a>
    ),
  )
}
