'use client'

import { type ReactNode, useEffect, useRef, useState } from 'react'

type Props = {
  readonly children: ReactNode
  /** What the button says from the press until the next page is there. */
  readonly busy: string
  readonly className: string
}

/** Sends its form once. The post is the browser's own, so that it works without this script too. */
export function SubmitButton({ children, busy, className }: Props) {
  const button = useRef<HTMLButtonElement>(null)
  const [sent, setSent] = useState(false)

  useEffect(() => {
    const form = button.current?.form
    if (!form) return
    let pending = false
    const sendOnce = (event: SubmitEvent) => {
      if (pending) event.preventDefault()
      pending = true
      setSent(true)
    }
    // The browser may keep this page as it was and show it again after Back.
    const revive = () => {
      pending = false
      setSent(false)
    }
    form.addEventListener('submit', sendOnce)
    window.addEventListener('pageshow', revive)
    return () => {
      form.removeEventListener('submit', sendOnce)
      window.removeEventListener('pageshow', revive)
    }
  }, [])

  // Not `disabled`: that would throw the keyboard's focus away.
  return (
    <button ref={button} type="submit" aria-disabled={sent} className={className}>
      {sent ? busy : children}
    </button>
  )
}
