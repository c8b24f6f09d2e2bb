import type { ReactNode } from 'react'
import type { Locale } from '@/lib/core/locale'

type Props = {
  /** A door below /api/desk. */
  readonly action: string
  readonly locale: Locale
  readonly className?: string
  readonly children: ReactNode
}

/** A form of the desk: the browser posts it, and the door answers with where to go on, in the language of the page. */
export const DeskForm = ({ action, locale, className, children }: Props) => (
  <form method="post" action={action} noValidate className={className}>
    <input type="hidden" name="locale" value={locale} />
    {children}
  </form>
)
