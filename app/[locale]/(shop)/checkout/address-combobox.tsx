'use client'

import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { OwnText } from '@/components/own-text'

type Found = { readonly postcode: string; readonly address: string; readonly also: string }
type Answer = { readonly said: string; readonly addresses: readonly Found[] }

type Props = {
  readonly locale: string
  readonly words: Readonly<
    Record<'label' | 'hint' | 'results' | 'chosen' | 'slow' | 'often' | 'away', string>
  >
}

const AFTER_A_PAUSE_MS = 300
// The server gives up before.
const LONGEST_WAIT_MS = 4_000
const SLOW_MS = 1_500
const NOTHING: Answer = { said: '', addresses: [] }

/**
 * Finds an address while it is typed, and fills the fields around it, which can be typed into all the same. A combobox
 * as the ARIA practices have it: the focus stays in the field, and the arrows move through the list.
 */
export function AddressCombobox({ locale, words }: Props) {
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  const [answer, setAnswer] = useState(NOTHING)
  const [active, setActive] = useState(-1)
  const [isClosed, setClosed] = useState(false)
  const { said, addresses } = answer
  const isOpen = !isClosed && addresses.length > 0

  // Typed before this page's script had come.
  useEffect(() => setTyped((now) => now || (field.current?.value ?? '')), [])

  useEffect(() => {
    if (typed.trim() === '') return
    return lookFor(typed, locale, words, (found) => {
      setAnswer(found)
      setActive(-1)
    })
  }, [typed, locale, words])

  useEffect(() => {
    document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: 'nearest' })
  }, [id, active])

  const choose = ({ postcode, address }: Found) => {
    const form = field.current?.form
    if (!form) return
    fill(form, 'postcode', postcode)
    fill(form, 'address', address)
    setTyped('')
    setAnswer({ said: words.chosen, addresses: [] })
    const detail = form.elements.namedItem('addressDetail')
    if (detail instanceof HTMLInputElement) detail.focus()
  }

  const press = (event: KeyboardEvent) => {
    // What ends a syllable of Korean is no choice yet.
    if (event.nativeEvent.isComposing) return
    const { key } = event
    const chosen = isOpen ? addresses[active] : undefined
    // Never the form around it: that would pay.
    if (key === 'Enter' || key.startsWith('Arrow')) event.preventDefault()
    if (key === 'Enter' && chosen) choose(chosen)
    if (key === 'Escape') isOpen ? setClosed(true) : setTyped('')
    if (key !== 'ArrowDown' && key !== 'ArrowUp') return
    setClosed(false)
    if (!isOpen) return
    const last = addresses.length - 1
    if (key === 'ArrowDown') setActive(active >= last ? 0 : active + 1)
    else setActive(active <= 0 ? last : active - 1)
  }

  return (
    <div className="flex flex-col gap-1.5 noscript:hidden">
      <label htmlFor={id} className="font-semibold">
        {words.label}
      </label>
      <input
        ref={field}
        id={id}
        role="combobox"
        aria-expanded={isOpen}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && active >= 0 ? `${id}-${active}` : undefined}
        aria-describedby={`${id}-hint`}
        autoComplete="off"
        enterKeyHint="search"
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value)
          setClosed(false)
          if (target.value.trim() === '') setAnswer(NOTHING)
        }}
        onKeyDown={press}
        onBlur={() => setClosed(true)}
        onFocus={() => setClosed(false)}
        className="field w-full"
      />
      <p id={`${id}-hint`} className="text-quiet text-sm">
        {words.hint}
      </p>
      <p role="status" className="font-semibold text-[0.875rem]">
        <OwnText>{said}</OwnText>
      </p>
      <div
        id={`${id}-list`}
        role="listbox"
        tabIndex={-1}
        aria-label={words.results}
        hidden={!isOpen}
        className="max-h-80 overflow-y-auto rounded-control border border-edge bg-card"
      >
        {addresses.map((found, index) => (
          <button
            type="button"
            key={`${found.postcode} ${found.address}`}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            // The field keeps the focus.
            onPointerDown={(event) => event.preventDefault()}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(found)}
            className="flex min-h-11 w-full flex-col border-line px-3.5 py-2 text-start not-first:border-t hover:bg-sun-soft aria-selected:bg-sun-soft aria-selected:shadow-[inset_0_0_0_3px_var(--color-ink)]"
          >
            <span>
              <span className="me-2 font-semibold tabular-nums">
                <OwnText>{found.postcode}</OwnText>
              </span>
              <OwnText>{found.address}</OwnText>
            </span>
            <span className="text-quiet text-sm">
              <OwnText>{found.also}</OwnText>
            </span>
          </button>
        ))}
      </div>
    </div>
  )
}

/** Asks once somebody pauses, and says when it takes long. Answers with what ends it. */
function lookFor(
  typed: string,
  locale: string,
  words: Props['words'],
  tell: (answer: Answer) => void,
): () => void {
  const gone = new AbortController()
  const say = (said: string) => tell({ said, addresses: [] })
  const ask = async () => {
    const timers = [
      window.setTimeout(() => say(words.slow), SLOW_MS),
      window.setTimeout(() => gone.abort('late'), LONGEST_WAIT_MS),
    ]
    try {
      const body = new URLSearchParams({ addressKeyword: typed, locale })
      const init = { method: 'POST', body, signal: gone.signal }
      const response = await fetch('/api/addresses', init)
      if (response.ok) tell(await response.json())
      else say(response.status === 429 ? words.often : words.away)
    } catch {
      if (gone.signal.reason !== 'typed on') say(words.away)
    } finally {
      for (const timer of timers) window.clearTimeout(timer)
    }
  }
  const timer = window.setTimeout(ask, AFTER_A_PAUSE_MS)
  return () => {
    window.clearTimeout(timer)
    gone.abort('typed on')
  }
}

/** As if it were typed: whoever listens to the form hears of it. */
function fill(form: HTMLFormElement, name: string, text: string): void {
  const field = form.elements.namedItem(name)
  if (!(field instanceof HTMLInputElement)) return
  field.value = text
  field.dispatchEvent(new Event('input', { bubbles: true }))
}
