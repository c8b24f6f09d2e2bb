'use client'

import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'

type Props = {
  readonly order: string
  /** Null: the page waits for something that the order's status does not tell, so each time it is made anew. */
  readonly updatedAt: string | null
}

const SLOWEST = 10_000

/** Looks after an order and shows the page anew when something happened to it. */
export function FollowOrder(props: Props) {
  const [client] = useState(() => new QueryClient())
  return (
    <QueryClientProvider client={client}>
      <Follow {...props} />
    </QueryClientProvider>
  )
}

function Follow({ order, updatedAt }: Props) {
  const router = useRouter()
  const { data, dataUpdatedAt } = useQuery({
    queryKey: ['order', order],
    queryFn: () => askFor(order),
    // Somebody who just came back wants to know at once; after a while nobody is in a hurry.
    refetchInterval: ({ state }) =>
      Math.min(SLOWEST, 1_000 * 1.15 ** Math.max(0, state.dataUpdateCount - 10)),
    retryDelay: 1_000,
  })
  useEffect(() => {
    if (updatedAt !== null && data !== undefined && data !== updatedAt) router.refresh()
  }, [data, updatedAt, router])
  useEffect(() => {
    if (updatedAt === null && dataUpdatedAt > 0) router.refresh()
  }, [dataUpdatedAt, updatedAt, router])
  return null
}

/** When the order last changed; the status that came with it is read by the page itself. */
async function askFor(order: string): Promise<string> {
  const response = await fetch(`/api/orders/${order}`)
  const body: unknown = await response.json()
  if (typeof body === 'object' && body !== null && 'updatedAt' in body)
    return String(body.updatedAt)
  throw new Error(`no news of order ${order}`)
}
