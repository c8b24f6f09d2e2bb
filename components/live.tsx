import { FollowOrder } from './follow-order'

type Props = {
  readonly order: string
  readonly updatedAt: string | null
  readonly open: boolean
  /** What keeps it fresh without JavaScript. */
  readonly without: 'refresh' | 'nothing'
}

/** Keeps a page about an open order fresh: by asking, or without JavaScript by loading it again. */
export const Live = ({ order, updatedAt, open, without }: Props) =>
  open && (
    <>
      <FollowOrder order={order} updatedAt={updatedAt} />
      {without === 'refresh' && (
        <noscript>
          <meta httpEquiv="refresh" content="5" />
        </noscript>
      )}
    </>
  )
