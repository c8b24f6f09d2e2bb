import type { ReactNode } from 'react'

type Props = { readonly id: string; readonly heading: string; readonly children: ReactNode }

/** One part of the page of an order. */
export const Panel = ({ id, heading, children }: Props) => (
  <section
    aria-labelledby={id}
    className="flex min-w-0 flex-col gap-3 rounded-control border border-line bg-card p-4"
  >
    <h2 id={id} className="font-bold">
      {heading}
    </h2>
    {children}
  </section>
)
