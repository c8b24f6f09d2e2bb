import type { ReactNode } from 'react'

type Props = {
  readonly to: {
    readonly method: 'GET' | 'POST'
    readonly url: string
    readonly data: Readonly<Record<string, string>>
  }
  readonly label: string
  /** What else belongs into the form, when there is one. */
  readonly children?: ReactNode
}

/** The way to the wallet's own pages, as Adyen says that it has to be gone. */
export function ContinueToWallet({ to, label, children }: Props) {
  if (to.method === 'GET')
    return (
      <a href={to.url} className="button">
        {label}
      </a>
    )
  return (
    <form method="post" action={to.url} className="contents">
      {Object.entries(to.data).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      <button type="submit" className="button">
        {label}
      </button>
    </form>
  )
}
