'use client'

import { notFound, useServerInsertedHTML } from 'next/navigation'
import { type ReactNode, useRef } from 'react'

/**
 * Next gives up the whole document when nothing is found, and sends an empty one that the browser fills by script. What
 * stands in here is put into that document by the server; the script then draws `not-found.tsx` in its place.
 */
export function AnswersNotFound({ children }: { readonly children: ReactNode }): never {
  const isIn = useRef(false)
  useServerInsertedHTML(() => {
    if (isIn.current) return null
    isIn.current = true
    return children
  })
  notFound()
}
