type Props = {
  readonly methods: readonly {
    readonly value: string
    readonly name: string
    readonly mark: string
  }[]
  /** The one chosen before, if it is still there; else the first. */
  readonly chosen: string | undefined
  /** The id of the sentence that says what is wrong with the choice. */
  readonly describedBy?: string | undefined
}

/** The radios of the payment methods; the fieldset around them belongs to the page. */
export function MethodChoice({ methods, chosen, describedBy }: Props) {
  const preferred = methods.find(({ value }) => value === chosen) ?? methods[0]
  return methods.map(({ value, name, mark }) => (
    <label key={value} className="choice">
      <input
        type="radio"
        name="method"
        value={value}
        defaultChecked={value === preferred?.value}
        required
        aria-describedby={describedBy}
      />
      {/* biome-ignore lint/performance/noImgElement: a small SVG of ours, or Adyen's file in its place. */}
      <img src={mark} alt="" width="48" height="32" />
      {name}
    </label>
  ))
}
