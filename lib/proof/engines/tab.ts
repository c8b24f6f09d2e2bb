/* What a browser has to be able to do for the stories: small enough that every engine can. */

/** Something on a page. */
export type Thing = {
  /** With a pointer, where it is. */
  press(): Promise<void>
  /** In the place of what it holds. */
  type(text: string): Promise<void>
}

/** The one window of a browser that has a process of its own, and in which nobody has been yet. */
export type Tab = {
  open(address: string): Promise<void>
  address(): Promise<string>
  /** What a script says of the page, also where pages may run none. It finds `words` as its arguments. */
  ask(script: string, ...words: readonly string[]): Promise<unknown>
  /** What a script answers with, if it is there. */
  find(script: string, ...words: readonly string[]): Promise<Thing | null>
  picture(): Promise<Uint8Array>
  close(): Promise<void>
}

export type Settings = {
  readonly javaScript: boolean
  /** What it says of itself. */
  readonly userAgent: string
}

/** A phone's window. */
export const SIZE = { width: 390, height: 844 }
