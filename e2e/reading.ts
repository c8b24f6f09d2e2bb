import type { Page } from '@playwright/test'

/** What a narrow screen, large letters and a finger find wrong with a page. */
export async function readingTroubles(page: Page): Promise<string[]> {
  const before = page.viewportSize()
  const troubles: string[] = []
  await page.setViewportSize({ width: 320, height: 640 })
  troubles.push(...(await sideways(page, 'at 320 px')))
  troubles.push(...(await smallTargets(page)))
  await enlarge(page, '200%')
  troubles.push(...(await sideways(page, 'at 320 px with letters twice as large')))
  await page.setViewportSize({ width: 640, height: 800 })
  troubles.push(...(await sideways(page, 'with letters twice as large')))
  await enlarge(page, '')
  if (before) await page.setViewportSize(before)
  return troubles
}

/** As a person who set larger letters. Our policy takes no style sheet from outside, but this it does. */
const enlarge = (page: Page, size: string) =>
  page.evaluate((fontSize) => {
    document.documentElement.style.fontSize = fontSize
  }, size)

/** Nobody scrolls sideways, and nothing is cut off: no element is wider than the screen, but in a box that scrolls by itself. */
const sideways = (page: Page, when: string) =>
  page.evaluate((said) => {
    const root = document.documentElement
    const over = root.scrollWidth - root.clientWidth
    // Or in what only a voice reads, which takes no room at all.
    const isApart = (element: Element | null): boolean =>
      element !== null &&
      element !== root &&
      (/auto|scroll/.test(getComputedStyle(element).overflowX) ||
        element.clientWidth === 1 ||
        isApart(element.parentElement))
    const wider = [...document.body.querySelectorAll('*')].find((element) => {
      const { left, right } = element.getBoundingClientRect()
      const sticksOut = right > root.clientWidth + 1 || left < -1
      return sticksOut && element.checkVisibility() && !isApart(element)
    })
    if (over <= 0 && wider === undefined) return []
    return [`sticks out ${over} px sideways ${said}: ${wider?.outerHTML.slice(0, 160)}`]
  }, when)

/** Controls below 44 by 44 px, except for links in a line of text. */
const smallTargets = (page: Page) =>
  page.evaluate(() => {
    const SMALLEST = 43.5
    const controls = 'a[href], button, input:not([type="hidden"]), select, textarea, summary'
    const isInText = (element: Element) =>
      getComputedStyle(element).display === 'inline' &&
      (element.parentElement?.textContent ?? '').trim() !== (element.textContent ?? '').trim()
    // A box to tick is as large as the label around it.
    const targetOf = (element: Element) =>
      element instanceof HTMLInputElement && /radio|checkbox/.test(element.type)
        ? (element.labels?.[0] ?? element)
        : element
    return [...document.querySelectorAll(controls)]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }))
      .map((element) => ({ element, box: targetOf(element).getBoundingClientRect() }))
      .filter(({ element, box }) => box.bottom > 0 && box.width > 1 && !isInText(element))
      .filter(({ box }) => box.width < SMALLEST || box.height < SMALLEST)
      .map(
        ({ element, box }) =>
          `only ${Math.round(box.width)} by ${Math.round(box.height)} px: ${element.outerHTML.slice(0, 120)}`,
      )
  })
