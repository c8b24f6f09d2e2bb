import { FollowOrder } from './follow-order'

type Props = {
  readonly order: string
  readonly updatedAt: string | null
  readonly open: boolean
  /** What keeps it fresh without JavaScript. */
  readonly without: 'refresh' | 'nothing'
}

/**
 * Keeps a page about an order fresh: by asking, or without JavaScript, while it is open, by loading it again. No order
 * is ever settled: money can still come, be given back, or be contested.
 */
export const KeepFresh = ({ order, updatedAt, open, without }: Props) => (
  <>
    <FollowOrder order={order} updatedAt={updatedAt} />
    {open && without === 'refresh' && (
      <noscript>
        <meta httpEquiv="refresh" content="5" />
      </noscript>
    )}
  </>
)
