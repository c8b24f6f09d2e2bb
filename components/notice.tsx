import type { ReactNode } from 'react'

type Props = { readonly tone: 'good' | 'wait' | 'bad'; readonly children: ReactNode }

const looks = {
  good: 'bg-good-soft text-good',
  wait: 'bg-sun-soft text-ink',
  bad: 'bg-bad-soft text-bad',
} as const satisfies Record<Props['tone'], string>

// A column that keeps its parts apart needs no margin beside its gap.
const PLACE = 'mb-6 [.gap-6>&]:mb-0'

/** A sentence that has to be read before anything else on the page. */
export const Notice = ({ tone, children }: Props) => (
  <p role="alert" className={`${looks[tone]} ${PLACE} rounded-control px-4 py-3 font-medium`}>
    {children}
  </p>
)
