type Props = { readonly effects: readonly (readonly [about: string, sentence: string])[] }

/** What an act does, said before its last button. */
export const WhatItDoes = ({ effects }: Props) => (
  <dl className="card flex flex-col gap-4">
    {effects.map(([about, sentence]) => (
      <div key={about}>
        <dt className="font-semibold">{about}</dt>
        <dd>{sentence}</dd>
      </div>
    ))}
  </dl>
)
