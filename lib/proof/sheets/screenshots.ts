import type { Page } from '@playwright/test'

const widths = [390, 1280] as const
const schemes = ['light', 'dark'] as const
export type Width = (typeof widths)[number]
type Scheme = (typeof schemes)[number]
export type ScreenFormat = { readonly width: Width; readonly scheme: Scheme }

export const screenFormats: readonly ScreenFormat[] = widths.flatMap((width) =>
  schemes.map((scheme) => ({ width, scheme })),
)

export type Screenshot = ScreenFormat & { readonly png: Buffer }

// What is further down is left off: one long page would make its whole row as high.
const TALLEST: Readonly<Record<Width, number>> = { 390: 2200, 1280: 2000 }
const HEIGHT = 844

/** The open page in every width and both colour schemes. */
export async function screenshotsOf(page: Page): Promise<Screenshot[]> {
  const pictures: Screenshot[] = []
  for (const format of screenFormats) {
    await page.setViewportSize({ width: format.width, height: HEIGHT })
    await page.emulateMedia({ colorScheme: format.scheme, reducedMotion: 'reduce' })
    await settled(page)
    pictures.push({ ...format, png: await screenshot(page, format.width) })
  }
  return pictures
}

async function screenshot(page: Page, width: Width): Promise<Buffer> {
  const whole = await page.evaluate(() => document.documentElement.scrollHeight)
  const height = Math.max(HEIGHT, Math.min(whole, TALLEST[width]))
  return page.screenshot({
    fullPage: true,
    animations: 'disabled',
    clip: { x: 0, y: 0, width, height },
  })
}

/** Fonts are there, and pictures too that would wait for somebody to scroll. */
const settled = (page: Page) =>
  page.evaluate(async () => {
    const images = [...document.images]
    for (const image of images) image.loading = 'eager'
    const enough = new Promise((resolve) => setTimeout(resolve, 3_000))
    const there = Promise.allSettled([document.fonts.ready, ...images.map((each) => each.decode())])
    await Promise.race([there, enough])
  })
