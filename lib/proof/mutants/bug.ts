/** A mistake that others made, how to make it here, and the test that must notice. */
export type Bug = {
  /** What goes wrong, in a few words. */
  readonly name: string
  /** Where it was reported, or whose code has it. */
  readonly seenIn: string
  readonly file: string
  /** Exact text, which stands there once, and what to put instead. */
  readonly changes: readonly (readonly [from: string, to: string])[]
  readonly noticedBy: { readonly file: string; readonly test: string }
}

/** The file's text with the bug in it. @throws when the text to change is not there exactly once. */
export function withBug(bug: Bug, text: string): string {
  return bug.changes.reduce((before, [from, to]) => {
    const parts = before.split(from)
    if (parts.length !== 2)
      throw new Error(
        `"${bug.name}": this stands in ${bug.file} ${parts.length - 1} times instead of once:\n${from}`,
      )
    return parts.join(to)
  }, text)
}
