import { writeFile } from 'node:fs/promises'
import { test as base, expect } from '@playwright/test'
import { besideAdyen, type MailboxLetter, somebodyNew } from '@/e2e/fixtures'
import { type BrowserUser, userAt } from './browser-user'
import type { EngineName } from './engine-names'
import { engineCalled, needs } from './engines'

export { expect }

export type EngineOptions = {
  /** What a project of playwright.config.ts plays the stories in. */
  engine: EngineName
}

type Who = { readonly engine?: EngineName; readonly javaScript: boolean; readonly inApp?: true }
type Fixtures = EngineOptions & {
  somebody: ReturnType<typeof somebodyNew>
  /** Somebody at a browser in which nobody has been yet: that of a phone, or of an app on it. */
  sitDown(who: Who): Promise<BrowserUser>
  /** What has become of an order. */
  statusOf(order: string): Promise<string>
  /** The subjects of what was written to an address, newest first. */
  lettersTo(address: string): Promise<string[]>
}

export const story = base.extend<Fixtures>({
  engine: ['chromium', { option: true }],

  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants to see what is asked for.
  somebody: async ({}, use) => use(somebodyNew()),

  sitDown: async ({ engine: own, baseURL }, use, info) => {
    base.skip(besideAdyen, 'needs the simulator: the buttons of its wallet')
    base.skip(engineCalled(own).open === null, needs(own))
    const people: BrowserUser[] = []
    await use(async ({ engine = own, javaScript, inApp }) => {
      const { open, phone, app } = engineCalled(engine)
      if (open === null) throw new Error(needs(engine))
      const tab = await open({ javaScript, userAgent: inApp ? app : phone })
      const person = userAt(tab, baseURL ?? '')
      people.push(person)
      return person
    })
    for (const [number, { tab }] of people.entries()) {
      if (info.status !== info.expectedStatus) {
        const path = info.outputPath(`browser-${number + 1}.png`)
        await tab.picture().then(
          (picture) => writeFile(path, picture),
          () => undefined,
        )
      }
      await tab.close()
    }
  },

  statusOf: async ({ request }, use) => {
    await use(async (order) => (await (await request.get(`/api/orders/${order}`)).json()).status)
  },

  lettersTo: async ({ request }, use) => {
    await use(async (to) => {
      const headers = { accept: 'application/json' }
      const letters = await request.get('/simulator/mailbox', { headers, params: { to } })
      const written: MailboxLetter[] = await letters.json()
      return written.map(({ subject }) => subject)
    })
  },
})
