'use client'

import { useEffect, useRef, useState } from 'react'

type Props = { readonly offline: string }

const QUIET_MS = 800

/** Keeps on the server what is typed, and keeps a form from being sent into a network that is not there. */
export function KeepDraft({ offline }: Props) {
  const mark = useRef<HTMLSpanElement>(null)
  const [isOffline, setOffline] = useState(false)

  useEffect(() => {
    const form = mark.current?.closest('form')
    if (!form) return
    let timer: number | undefined
    let dirty = false
    const save = () => {
      if (dirty) navigator.sendBeacon('/api/checkout/draft', new FormData(form))
      dirty = false
    }
    const typed = () => {
      dirty = true
      window.clearTimeout(timer)
      timer = window.setTimeout(save, QUIET_MS)
    }
    const stop = (event: SubmitEvent) => {
      setOffline(!navigator.onLine)
      if (navigator.onLine) return
      event.preventDefault()
      // Nobody else shall take this press for a form that is on its way.
      event.stopImmediatePropagation()
    }
    form.addEventListener('input', typed)
    form.addEventListener('submit', stop, { capture: true })
    window.addEventListener('pagehide', save)
    return () => {
      window.clearTimeout(timer)
      form.removeEventListener('input', typed)
      form.removeEventListener('submit', stop, { capture: true })
      window.removeEventListener('pagehide', save)
    }
  }, [])

  return (
    <span ref={mark} role="alert" className="block empty:hidden">
      {isOffline && (
        <span className="block rounded-control bg-bad-soft px-4 py-3 font-medium text-bad">
          {offline}
        </span>
      )}
    </span>
  )
}
