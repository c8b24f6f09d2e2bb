const LONGEST = 20_000

/** `payload` is what older redirects called it. Nothing else in the address is believed. */
export function redirectResultOf(fields: Readonly<Record<string, string>>): string | null {
  const value = (fields.redirectResult ?? fields.payload ?? '').replaceAll('\0', '')
  // A "+" that was not percent-encoded arrives as a blank, and no blank can occur in one.
  const restored = value.replaceAll(' ', '+')
  return restored === '' || restored.length > LONGEST ? null : restored
}

/** Decodes once, as the browser's own parser does: empty pairs (`&&`) and bad escapes are harmless. */
export const redirectResultIn = (search: string) =>
  redirectResultOf(Object.fromEntries(new URLSearchParams(search)))
