'use client'

import { useEffect, useRef } from 'react'

/** Sends the form around it at once, but never to somebody who came here by Back. */
export function AutoSubmit() {
  const place = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    const [arrival] = performance.getEntriesByType('navigation')
    if (arrival instanceof PerformanceNavigationTiming && arrival.type === 'back_forward') return
    place.current?.closest('form')?.requestSubmit()
  }, [])
  return <span ref={place} hidden />
}
