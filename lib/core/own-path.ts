// No second slash, no backslash and no scheme: what a browser could take for another host.
const OWN_PATH = /^\/(?:ko|en)(?:\/[A-Za-z0-9_-]+)*(?:\?[A-Za-z0-9_.=&%-]*)?$/
const LONGEST = 300

/** A page of this shop that somebody wants to go on to, or null for every other address. */
export const ownPath = (text: string | null | undefined): string | null =>
  typeof text === 'string' && text.length <= LONGEST && OWN_PATH.test(text) ? text : null
