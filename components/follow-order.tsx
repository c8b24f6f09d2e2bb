'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

type Props = {
  readonly order: string
  /** Null: the page waits for something that the order's status does not tell, so each time it is made anew. */
  readonly updatedAt: string | null
}

const SLOWEST_MS = 10_000

/** Looks after an order and shows the page anew when something happened to it. */
export function FollowOrder({ order, updatedAt }: Props) {
  const router = useRouter()
  useEffect(() => {
    const gone = new AbortController()
    let timer = 0
    let times = 0
    let isAsking = false
    const look = async () => {
      // Whoever is elsewhere hears of it on coming back.
      if (isAsking || document.hidden) return
      window.clearTimeout(timer)
      isAsking = true
      const news = await askFor(order, gone.signal).catch(() => null)
      isAsking = false
      if (gone.signal.aborted) return
      if (news !== null && news !== updatedAt) router.refresh()
      timer = window.setTimeout(look, pauseAfter(++times))
    }
    const { signal } = gone
    document.addEventListener('visibilitychange', look, { signal })
    window.addEventListener('online', look, { signal })
    // Out of the browser's memory of pages, by its button back.
    window.addEventListener('pageshow', look, { signal })
    look()
    return () => {
      gone.abort()
      window.clearTimeout(timer)
    }
  }, [order, updatedAt, router])
  return null
}

/** Somebody who just came back wants to know at once; after a while nobody is in a hurry. */
const pauseAfter = (times: number) => Math.min(SLOWEST_MS, 1_000 * 1.15 ** Math.max(0, times - 10))

/** When the order last changed; the status that came with it is read by the page itself. */
async function askFor(order: string, signal: AbortSignal): Promise<string> {
  const response = await fetch(`/api/orders/${order}`, { signal })
  const body: unknown = await response.json()
  if (typeof body === 'object' && body !== null && 'updatedAt' in body)
    return String(body.updatedAt)
  throw new Error(`no news of order ${order}`)
}
