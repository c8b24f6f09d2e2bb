import { FollowOrder } from './follow-order'

type Props = { readonly order: string; readonly updatedAt: string | null; readonly open: boolean }

/** Keeps a page about an open order fresh: by asking, or without JavaScript by loading it again. */
export const Live = ({ order, updatedAt, open }: Props) =>
  open && (
    <>
      <FollowOrder order={order} updatedAt={updatedAt} />
      <noscript>
        <meta httpEquiv="refresh" content="5" />
      </noscript>
    </>
  )
