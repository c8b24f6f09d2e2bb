'use client'

import { type ComponentProps, useEffect, useState } from 'react'
import { OwnText } from '@/components/own-text'
import { fieldNames, type Mistake, mistakeIn } from '@/lib/core/typed/customer'

type Found = Readonly<Record<string, Mistake | null>>
type Words = Readonly<Record<Mistake, string>>

/** The server's judgement when the form came back; from then on, as long as it lasts. */
function useMistakes(found: Found): Found {
  const [mistakes, setMistakes] = useState(found)
  useEffect(() => {
    const look = ({ target }: Event) => {
      if (!(target instanceof HTMLInputElement) || !target.form) return
      const { name, form } = target
      const mistake = judge(name, String(new FormData(form).get(name) ?? ''))
      setMistakes((known) => (name in known ? { ...known, [name]: mistake } : known))
    }
    document.addEventListener('input', look)
    return () => document.removeEventListener('input', look)
  }, [])
  return mistakes
}

/** As the server will; what is chosen and not typed only has to be chosen. */
function judge(name: string, typed: string): Mistake | null {
  const field = fieldNames.find((known) => known === name)
  if (field) return mistakeIn(field, typed)
  return typed === '' ? 'missing' : null
}

type InputProps = ComponentProps<'input'> & {
  readonly name: string
  readonly found: Mistake | null
  /** The ids of what is said about it besides. */
  readonly notes: readonly string[]
}

/** A field that is marked as wrong for as long as it is. */
export function JudgedInput({ name, found, notes, ...input }: InputProps) {
  const mistake = useMistakes({ [name]: found })[name]
  const ids = mistake ? [`${name}-mistake`, ...notes] : notes
  return (
    <input
      {...input}
      name={name}
      aria-invalid={Boolean(mistake)}
      aria-describedby={ids.join(' ') || undefined}
    />
  )
}

type TextProps = { readonly name: string; readonly found: Mistake; readonly words: Words }

/** What is wrong with a field, and how to mend it. */
export function MistakeText({ name, found, words }: TextProps) {
  const mistake = useMistakes({ [name]: found })[name]
  if (!mistake) return null
  return (
    <p id={`${name}-mistake`} className="font-medium text-bad text-sm">
      <OwnText>{words[mistake]}</OwnText>
    </p>
  )
}

type ListProps = {
  readonly heading: string
  readonly label: string
  readonly lines: readonly { name: string; found: Mistake; words: Words }[]
}

/** All that needs a second look, each leading to its field; what is mended leaves, and at last the list. */
export function MistakeLines({ heading, label, lines }: ListProps) {
  const mistakes = useMistakes(Object.fromEntries(lines.map(({ name, found }) => [name, found])))
  const left = lines.flatMap(({ name, words }) => {
    const mistake = mistakes[name]
    return mistake ? [{ name, sentence: words[mistake] }] : []
  })
  if (left.length === 0) return null
  return (
    <div role="alert" className="mb-6 rounded-control bg-bad-soft px-4 py-3 text-bad">
      <p className="font-semibold">{heading}</p>
      <ul className="mt-1 flex flex-col" aria-label={label}>
        {left.map(({ name, sentence }) => (
          <li key={name}>
            <a href={`#${name}`} className="text-link">
              <OwnText>{sentence}</OwnText>
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
