import type { Language } from '@/e2e/words'
import type { Screen } from './screens'
import type { ShopperDriver } from './shopper-driver'

const KINDS_END = /\(.*$/

/** The mailbox, and one letter of every kind, once time enough has passed for all of them. */
export async function mailScreens(
  shopper: ShopperDriver,
  language: Language,
): Promise<readonly Screen[]> {
  await shopper.control('clock', { minutes: 75 })
  await shopper.page.waitForTimeout(3_000)
  await shopper.control('clock', { minutes: 15 })
  await shopper.page.waitForTimeout(3_000)
  const kinds = new Map<string, string>()
  for (const { subject, html } of await shopper.mails())
    if (html.includes(`<html lang="${language}"`))
      kinds.set(subject.replace(KINDS_END, '').trim(), html)
  return [
    { name: 'Mailbox', open: ({ go }) => go('/simulator/mailbox') },
    ...[...kinds].map(
      ([subject, html]): Screen => ({
        name: `Mail: ${subject}`,
        open: async ({ page }) => {
          // Not into a page of the shop, whose policy would take the letter's styles away.
          await page.goto('about:blank')
          await page.setContent(html)
          return undefined
        },
      }),
    ),
  ]
}
