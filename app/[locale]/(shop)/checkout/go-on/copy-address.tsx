'use client'

import { useEffect, useState } from 'react'
import { OwnText } from '@/components/own-text'

type Props = {
  readonly address: string
  readonly words: { readonly copy: string; readonly copied: string }
}

/** Only where it works: without it the address is marked by a tap, and copied as any text. */
export function CopyAddress({ address, words }: Props) {
  const [state, setState] = useState<'unable' | 'ready' | 'copied'>('unable')
  useEffect(() => {
    if ('clipboard' in navigator) setState('ready')
  }, [])
  if (state === 'unable') return null
  const copy = () =>
    navigator.clipboard.writeText(address).then(
      () => setState('copied'),
      () => setState('unable'),
    )
  return (
    <>
      <button type="button" onClick={copy} className="button-plain button-small">
        {words.copy}
      </button>
      <p role="status" aria-live="polite" className="font-semibold text-good text-sm">
        <OwnText>{state === 'copied' ? words.copied : ''}</OwnText>
      </p>
    </>
  )
}
