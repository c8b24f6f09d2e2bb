import { FollowOrder } from './follow-order'

type Props = {
  readonly order: string
  readonly updatedAt: string | null
  readonly open: boolean
  readonly mayChange: boolean
  /** What keeps it fresh without JavaScript. */
  readonly without: 'refresh' | 'nothing'
}

/** Keeps a page about an order fresh: by asking, or without JavaScript, while it is open, by loading it again. */
export const KeepFresh = ({ order, updatedAt, open, mayChange, without }: Props) =>
  mayChange && (
    <>
      <FollowOrder order={order} updatedAt={updatedAt} />
      {open && without === 'refresh' && (
        <noscript>
          <meta httpEquiv="refresh" content="5" />
        </noscript>
      )}
    </>
  )
