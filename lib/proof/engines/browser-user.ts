import { setTimeout as sleep } from 'node:timers/promises'
import type { Tab, Thing } from './tab'

/** Somebody at a browser, who finds things by the words that are read. Whatever is asked for is waited for. */
export type BrowserUser = {
  readonly tab: Tab
  /** An address, or a path of the shop. */
  open(address: string): Promise<void>
  /** A button or a link. */
  press(words: string): Promise<void>
  /**
   * A link, again if its page does not come. When a page is left that Next is just drawing anew, WebKit ends Next's request
   * at once, and Next takes that for a failure and loads the page that was to be left: the press is lost.
   */
  follow(words: string, to: RegExp): Promise<void>
  fill(label: string, text: string): Promise<void>
  /** A box or one of several choices. */
  tick(label: string): Promise<void>
  select(label: string, value: string): Promise<void>
  /** Until a page with this heading is open. */
  heading(words: string): Promise<void>
  /** Until this is read somewhere. */
  reads(words: string): Promise<void>
  /** Until the address is one of these. */
  comesTo(address: RegExp): Promise<string>
  /** What a field holds, or whether a box is ticked. */
  holds(label: string): Promise<string | boolean>
}

const LIMIT_MS = 40_000

// Of two that match, the one that says no more than the words.
const TOOLS = `
  const told = (text) => text.replace(/\\s+/g, ' ').trim()
  const named = (elements, nameOf, words) => {
    const seen = [...elements].filter((each) => each.checkVisibility())
    const name = (each) => told(nameOf(each))
    return seen.find((each) => name(each) === words) ?? seen.find((each) => name(each).includes(words)) ?? null
  }
  const field = (label) =>
    named(document.querySelectorAll('label'), (each) => each.innerText, label)?.control ?? null`
// While a page loads, what is on it moves, and is pressed beside.
const BUTTON = `${TOOLS}
  if (document.readyState !== 'complete') return null
  const name = (each) => each.getAttribute('aria-label') ?? each.innerText
  return named(document.querySelectorAll('button, a[href]'), name, arguments[0])`
const FIELD = `${TOOLS}; return document.readyState === 'complete' ? field(arguments[0]) : null`
const HELD = `${TOOLS}
  const found = field(arguments[0])
  return found && (found.matches('[type=checkbox], [type=radio]') ? found.checked : found.value)`
const SELECT = `${TOOLS}
  const found = field(arguments[0])
  if (found) found.value = arguments[1]
  return found?.value ?? null`
const HEADING = `${TOOLS}; return told(document.querySelector('h1')?.innerText ?? '')`
const READ = `${TOOLS}; return told(document.body.innerText)`

/** Sits somebody down at a browser. */
export function userAt(tab: Tab, origin: string): BrowserUser {
  const act = (script: string, words: string, on: (found: Thing) => Promise<void>) =>
    until(`"${words}" to be there`, async () => {
      const found = await tab.find(script, words)
      if (found) await on(found)
      return found !== null
    })
  const held = (label: string) => tab.ask(HELD, label)
  const becomes = (label: string, value: unknown, how: (found: Thing) => Promise<void>) =>
    until(`"${label}" to hold ${value}`, async () => {
      if ((await held(label)) !== value) await act(FIELD, label, how)
      return (await held(label)) === value
    })
  const read = async () => String(await tab.ask(READ))
  return {
    tab,
    open: (address) => tab.open(new URL(address, origin).href),
    press: (words) => act(BUTTON, words, (found) => found.press()),
    follow: (words, to) =>
      until(`the page ${to} behind "${words}"`, async () => {
        await (await tab.find(BUTTON, words))?.press()
        for (let times = 0; times < 30 && !to.test(await tab.address()); times++) await sleep(100)
        return to.test(await tab.address())
      }),
    tick: (label) => becomes(label, true, (found) => found.press()),
    fill: (label, text) => becomes(label, text, (found) => found.type(text)),
    select: (label, value) =>
      until(`a choice of "${label}"`, async () => (await tab.ask(SELECT, label, value)) === value),
    heading: (words) =>
      until(`the heading "${words}"`, async () => (await tab.ask(HEADING)) === words),
    reads: (words) => until(`"${words}"`, async () => (await read()).includes(words)),
    comesTo: (pattern) =>
      patiently(`the address ${pattern}`, async () => pattern.exec(await tab.address())?.input),
    holds: (label) =>
      patiently(`a field "${label}"`, async () => {
        const value = await held(label)
        return typeof value === 'string' || typeof value === 'boolean' ? value : undefined
      }),
  }
}

const until = async (what: string, isSo: () => Promise<boolean>): Promise<void> =>
  void (await patiently(what, async () => (await isSo()) || undefined))

/** Asks again until there is an answer. A page that is just leaving answers with an error. */
async function patiently<T>(what: string, ask: () => Promise<T | undefined>): Promise<T> {
  const deadline = Date.now() + LIMIT_MS
  for (;;) {
    const [answer, error] = await ask().then(
      (answered) => [answered, undefined] as const,
      (thrown: unknown) => [undefined, thrown] as const,
    )
    if (answer !== undefined) return answer
    if (Date.now() > deadline) throw new Error(`waited in vain for ${what}`, { cause: error })
    await sleep(100)
  }
}
