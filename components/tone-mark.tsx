type Tone = 'good' | 'wait' | 'bad'

const looks = {
  good: { className: 'bg-good-soft text-good', path: 'M9 17.5l5 5 10-11' },
  wait: { className: 'bg-sun-soft text-ink', path: 'M16 9v7.5l5 3' },
  bad: { className: 'bg-bad-soft text-bad', path: 'M16 8.5v10M16 23.4v.1' },
} as const satisfies Record<Tone, { className: string; path: string }>

/** A sign beside the words, for those who look before they read. */
export const ToneMark = ({ tone }: { readonly tone: Tone }) => (
  <span
    aria-hidden="true"
    className={`${looks[tone].className} flex size-16 shrink-0 items-center justify-center rounded-full`}
  >
    <svg viewBox="0 0 32 32" width="36" height="36" aria-hidden="true">
      <path
        d={looks[tone].path}
        fill="none"
        stroke="currentColor"
        strokeWidth="3"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  </span>
)
