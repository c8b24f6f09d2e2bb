// As narrow as that of the shop, and of the desk alone: what a browser could take for another host is none.
const DESK_PATH = /^\/admin(?:\/[A-Za-z0-9_-]+)*(?:\?[A-Za-z0-9_.=&%+-]*)?$/
const LONGEST = 2_000

/** A page of the desk that somebody wants to go on to, or null for every other address. */
export const deskPath = (text: string | null | undefined): string | null =>
  typeof text === 'string' && text.length <= LONGEST && DESK_PATH.test(text) ? text : null
