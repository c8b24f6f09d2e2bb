import { Resolver } from 'node:dns/promises'
import { createServer } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { askMailServer } from '@/lib/email/send-mail'
import { readEnv } from '@/lib/env'
import type { CheckId } from '@/lib/i18n/going-live/check-names'
import { type NameServer, startNameServer } from '@/lib/proof/shop/name-server'
import { seenStates } from '@/lib/proof/shop/three-states'
import { liveHost } from './check-account'
import { checkMail, senderDomain } from './check-mail'
import type { FindingState } from './finding'
import { seeHost, seeMailNames } from './see-names'

const states = seenStates()
const spf = 'v=spf1 include:_spf.mail.example ~all'
const dmarc = 'v=DMARC1; p=quarantine; rua=mailto:dmarc@shop.example'

let server: NameServer
let names: Resolver
beforeAll(async () => {
  server = await startNameServer({
    'good.example': { texts: [`google-site-verification=${'x'.repeat(280)}`, spf] },
    '_dmarc.good.example': { texts: [dmarc] },
    'letters.good.example': { texts: ['v=spf1 -all'] },
    'twice.example': { texts: [spf, 'v=spf1 -all'] },
    '_dmarc.twice.example': { texts: [dmarc, dmarc] },
    'open.example': { texts: ['v=spf1 +all'] },
    '_dmarc.open.example': { texts: ['v=DMARC1; p=maybe'] },
    'bare.example': {},
    'away.example': null,
    '_dmarc.away.example': null,
    '12ab-norang-checkout-live.adyenpayments.com': { host: '192.0.2.1' },
    '34cd-norang-checkout-live.adyenpayments.com': null,
  })
  names = new Resolver({ timeout: 500, tries: 1 })
  names.setServers([server.address])
})
afterAll(() => server.close())

const settingsFrom = (mailFrom: string) => readEnv({ MAIL_FROM: mailFrom })

async function of(mailFrom: string) {
  const settings = settingsFrom(mailFrom)
  const domain = senderDomain(settings)
  return checkMail(settings, null, domain === null ? null : await seeMailNames(names, domain))
}

test.each<[CheckId, FindingState, string]>([
  ['spf', 'ok', 'Tea <tea@good.example>'],
  ['spf', 'wrong', 'tea@bare.example'],
  ['spf', 'wrong', 'tea@nowhere.example'],
  ['spf', 'wrong', 'tea@twice.example'],
  ['spf', 'wrong', 'tea@open.example'],
  ['spf', 'unknown', 'tea@away.example'],
  ['dmarc', 'ok', 'tea@good.example'],
  ['dmarc', 'ok', 'tea@letters.good.example'],
  ['dmarc', 'wrong', 'tea@bare.example'],
  ['dmarc', 'wrong', 'tea@twice.example'],
  ['dmarc', 'wrong', 'tea@open.example'],
  ['dmarc', 'unknown', 'tea@away.example'],
  ['dkim', 'unknown', 'tea@good.example'],
])('%s is %s for letters from %s', async (id, state, mailFrom) => {
  expect(states.note(await of(mailFrom), id).state).toBe(state)
})

test('a shop without an address of its own is told to get one', async () => {
  const found = checkMail(readEnv({}), null, null)
  expect(states.note(found, 'spf')).toMatchObject({ state: 'unknown' })
  expect(states.note(found, 'dmarc').next?.en).toContain('MAIL_FROM')
})

/** A mail server that greets, and takes anybody or nobody. */
async function aMailServer(
  answer: '235 welcome' | '535 no',
): Promise<{ url: string; end: () => void }> {
  const listening = createServer((socket) => {
    socket.on('error', () => undefined)
    socket.write('220 mail.example\r\n')
    socket.on('data', (data) => {
      const line = String(data)
      if (line.startsWith('EHLO')) socket.write('250-mail.example\r\n250 AUTH PLAIN\r\n')
      else if (line.startsWith('AUTH')) socket.write(`${answer}\r\n`)
      else socket.write('221 bye\r\n')
    })
  })
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve))
  const address = listening.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return { url: `smtp://user:sesame@127.0.0.1:${port}`, end: () => listening.close() }
}

test.each([
  ['235 welcome', 'ok'],
  ['535 no', 'wrong'],
] as const)('a mail server that says %s is %s', async (answer, state) => {
  const { url, end } = await aMailServer(answer)
  const found = checkMail(readEnv({ SMTP_URL: url }), await askMailServer(url, 2_000), null)
  expect(states.note(found, 'mail').state).toBe(state)
  expect(JSON.stringify(found)).not.toContain('sesame')
  end()
})

test('a mail server that is not there is wrong, and one that is not set only where money is real', async () => {
  const url = 'smtp://user:sesame@127.0.0.1:1'
  const found = checkMail(readEnv({ SMTP_URL: url }), await askMailServer(url, 2_000), null)
  expect(states.note(found, 'mail')).toMatchObject({ state: 'wrong' })
  expect(found[0]?.said.en).toContain('127.0.0.1:1 does not answer')
  expect(states.note(checkMail(readEnv({}), null, null), 'mail').state).toBe('unknown')
})

test('each of them was seen in all three states; the DNS does not show DKIM', () => {
  states.expectAllThreeOf(['mail', 'spf', 'dmarc'])
})

test('a host of the live prefix is there, is not, or cannot be seen', async () => {
  const shop = readEnv({})
  const hostOf = (liveUrlPrefix: string) =>
    liveHost({ ...shop, adyen: { ...shop.adyen, environment: 'live', liveUrlPrefix } })
  expect(await seeHost(names, hostOf('12ab-Norang'))).toBe('there')
  expect(await seeHost(names, hostOf('56ef-Norang'))).toBe('missing')
  expect(await seeHost(names, hostOf('34cd-Norang'))).toBe('unseen')
  expect(await seeHost(names, liveHost(shop))).toBe('unseen')
})
