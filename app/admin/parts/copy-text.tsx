'use client'

import { useEffect, useState } from 'react'
import { OwnText } from '@/components/own-text'

type Props = {
  readonly text: string
  readonly words: { readonly copy: string; readonly copied: string }
}

/** A text to be copied, with a button where that works; without a script it is marked and copied as any text. */
export function CopyText({ text, words }: Props) {
  const [state, setState] = useState<'unable' | 'ready' | 'copied'>('unable')
  useEffect(() => {
    if ('clipboard' in navigator) setState('ready')
  }, [])
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setState('copied'),
      () => setState('unable'),
    )
  return (
    <div className="flex flex-col items-start gap-2">
      <pre className="w-full select-all whitespace-pre-wrap break-all rounded-control bg-paper p-3 text-xs">
        {text}
      </pre>
      {state !== 'unable' && (
        <button type="button" onClick={copy} className="button-plain button-small">
          {words.copy}
        </button>
      )}
      <p role="status" aria-live="polite" className="font-semibold text-good text-sm">
        <OwnText>{state === 'copied' ? words.copied : ''}</OwnText>
      </p>
    </div>
  )
}
