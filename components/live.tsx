import { FollowOrder } from './follow-order'

type Props = {
  readonly order: string
  readonly updatedAt: string | null
  readonly open: boolean
  /** Something can be chosen here, which loading the page again would undo: so it comes less often. */
  readonly choosing?: boolean
}

/** Keeps a page about an open order fresh: by asking, or without JavaScript by loading it again. */
export const Live = ({ order, updatedAt, open, choosing }: Props) =>
  open && (
    <>
      <FollowOrder order={order} updatedAt={updatedAt} />
      <noscript>
        <meta httpEquiv="refresh" content={choosing ? '60' : '5'} />
      </noscript>
    </>
  )
