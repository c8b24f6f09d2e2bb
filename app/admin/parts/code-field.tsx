type Props = {
  readonly label: string
  readonly hint: string
  readonly isMistaken: boolean
  /** Letters too, for the codes that somebody wrote down. */
  readonly inputMode?: 'numeric' | 'text'
}

/** Where a code is typed: the one thing to do on its page. */
export const CodeField = ({ label, hint, isMistaken, inputMode = 'numeric' }: Props) => (
  <div className="flex flex-col gap-1.5">
    <label htmlFor="code" className="font-semibold">
      {label}
    </label>
    <input
      id="code"
      name="code"
      required
      inputMode={inputMode}
      autoComplete="one-time-code"
      aria-invalid={isMistaken}
      aria-describedby={isMistaken ? 'problem code-hint' : 'code-hint'}
      // biome-ignore lint/a11y/noAutofocus: this page has one thing to do.
      autoFocus
      className="field w-48 tabular-nums tracking-widest"
    />
    <p id="code-hint" className="text-quiet text-sm">
      {hint}
    </p>
  </div>
)
