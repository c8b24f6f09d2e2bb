'use client'

import { type ReactNode, useEffect, useRef, useState } from 'react'

type Props = {
  readonly children: ReactNode
  /** What the button says from the press until the next page is there. */
  readonly busy: string
  readonly className: string
  /** What is said instead of sending when there is no network; without it the browser says it. */
  readonly offline?: string
}

// Longer than the server may take. Whoever stopped the page from loading can press again then.
const GIVES_UP_AFTER_MS = 30_000

/** Sends its form once. The post is the browser's own, so that it works without this script too. */
export function SubmitButton({ children, busy, className, offline }: Props) {
  const button = useRef<HTMLButtonElement>(null)
  const [sent, setSent] = useState(false)
  const [cutOff, setCutOff] = useState(false)
  const tellsOffline = offline !== undefined

  useEffect(() => {
    const form = button.current?.form
    if (!form) return
    let pending = false
    let timer = 0
    const sendOnce = (event: SubmitEvent) => {
      // Another button of the form, which leads elsewhere.
      if (event.submitter?.hasAttribute('formaction')) return
      const unreachable = tellsOffline && !navigator.onLine
      setCutOff(unreachable)
      if (pending || unreachable) return event.preventDefault()
      pending = true
      setSent(true)
      timer = window.setTimeout(revive, GIVES_UP_AFTER_MS)
    }
    // The browser may keep this page as it was and show it again after Back.
    const revive = () => {
      window.clearTimeout(timer)
      pending = false
      setSent(false)
    }
    const reconnected = () => setCutOff(false)
    form.addEventListener('submit', sendOnce)
    window.addEventListener('pageshow', revive)
    window.addEventListener('online', reconnected)
    return () => {
      window.clearTimeout(timer)
      form.removeEventListener('submit', sendOnce)
      window.removeEventListener('pageshow', revive)
      window.removeEventListener('online', reconnected)
    }
  }, [tellsOffline])

  // Not `disabled`: that would throw the keyboard's focus away.
  return (
    <>
      {cutOff && (
        <p role="alert" className="basis-full rounded-control bg-bad-soft px-4 py-3 text-bad">
          {offline}
        </p>
      )}
      <button ref={button} type="submit" aria-disabled={sent} className={className}>
        {/* With an element of its own, as all text that changes: see own-text.tsx. */}
        <span key={sent ? 'sent' : 'ready'}>{sent ? busy : children}</span>
      </button>
    </>
  )
}
