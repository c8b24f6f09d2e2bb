import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/**
 * What axe finds wrong with a page. It is run in the page alone and keeps nothing of what is fine, which halves its
 * work; frames it would not see then, and there are none.
 */
export async function violationsOn(
  page: Page,
  choose: (builder: AxeBuilder) => AxeBuilder = (builder) => builder,
) {
  expect(page.frames()).toHaveLength(1)
  const builder = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode()
  return (await choose(builder).analyze()).violations
}
