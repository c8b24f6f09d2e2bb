'use client'

import { useSyncExternalStore } from 'react'

const field = () => document.querySelector<HTMLInputElement>('#postcode')

function subscribe(changed: () => void): () => void {
  document.addEventListener('input', changed)
  // Filled in by the browser after Back, which tells nobody.
  window.addEventListener('pageshow', changed)
  return () => {
    document.removeEventListener('input', changed)
    window.removeEventListener('pageshow', changed)
  }
}

/** What stands in the postcode field now; until this script runs, what the server put there. */
export const usePostcode = (initial: string): string =>
  useSyncExternalStore(
    subscribe,
    () => field()?.value.trim() ?? initial,
    () => initial,
  )
