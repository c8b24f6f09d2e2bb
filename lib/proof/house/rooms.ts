/*
 * The house. Who may import whom, by path from the root: the longest entry that covers a file is its room.
 * What comes from npm is not counted here, and a test may set up the whole shop.
 */

const knowing = ['lib/adyen', 'lib/db', 'lib/core']
const appMayImport = [
  'app',
  'components',
  'lib/flows',
  'lib/views',
  'lib/core',
  'lib/i18n',
  'lib/visitor',
  'lib/deps',
]

export const mayImport: Readonly<Record<string, readonly string[]>> = {
  'lib/core': ['lib/core'],
  'lib/adyen': ['lib/adyen', 'lib/core'],
  'lib/db': ['lib/db', 'lib/core'],
  'lib/i18n': ['lib/i18n', 'lib/core'],
  'lib/email': ['lib/email', 'lib/i18n', 'lib/core'],
  'lib/accounts': ['lib/accounts', 'lib/email', 'lib/db', 'lib/core'],
  'lib/flows': ['lib/flows', ...knowing],
  // What it finds is read by people, in the language of whoever asks.
  'lib/flows/going-live': ['lib/flows', 'lib/i18n/going-live', ...knowing],
  'lib/views': ['lib/views', ...knowing],
  // A method's name reaches the page as a string: no page knows Adyen's types.
  'lib/views/methods': ['lib/i18n/methods', ...knowing],
  'lib/jobs': ['lib/jobs', 'lib/flows', 'lib/email', 'lib/db', 'lib/core'],
  // Somebody else's system: one misreading of Adyen cannot hide in both.
  'lib/simulator': ['lib/simulator'],
  'lib/env': ['lib/env', 'lib/i18n'],
  'lib/visitor': ['lib/visitor', 'lib/env', 'lib/core', 'lib/db', 'lib/deps', 'lib/accounts'],
  'lib/deps': [
    'lib/env',
    'lib/accounts',
    'lib/flows',
    'lib/views',
    'lib/jobs',
    'lib/email',
    'lib/i18n',
    ...knowing,
  ],
  'lib/launch': ['lib/launch', 'lib/env', 'lib/i18n', 'lib/db'],
  // The command and the desk say the same of an order.
  'lib/launch/shop': [
    'lib/launch/shop',
    'lib/env',
    'lib/deps',
    'lib/flows',
    'lib/i18n/desk',
    ...knowing,
  ],
  'lib/launch/doctor': [
    'lib/launch',
    'lib/env',
    // For the key under which a running shop says what it goes by.
    'lib/accounts/keys',
    'lib/deps',
    'lib/flows',
    'lib/email',
    'lib/i18n',
    ...knowing,
  ],
  'lib/launch/start-shop': [
    'lib/launch',
    'lib/env',
    'lib/i18n/settings',
    'lib/db',
    'lib/deps',
    'lib/jobs',
  ],
  'lib/launch/simulator': ['lib/launch', 'lib/env', 'lib/simulator'],
  components: ['components', 'lib/core', 'lib/i18n'],
  // On every page, and the law wants the shop's own settings in it.
  'components/footer': ['components', 'lib/core', 'lib/i18n', 'lib/deps'],
  // On every page too, and the shop's own.
  'components/window': ['components/window', 'lib/core', 'lib/deps', 'lib/views'],
  app: appMayImport,
  'app/api/cron': [...appMayImport, 'lib/jobs'],
  'app/simulator': [...appMayImport, 'lib/simulator', 'lib/env'],
  instrumentation: [
    ...appMayImport,
    'lib/jobs',
    'lib/env',
    'lib/launch/start-shop',
    'app/simulator/wiring',
  ],
  proxy: ['app/api/plain-page', 'lib/env', 'lib/core', 'lib/i18n'],
  e2e: ['e2e'],
}

/** May import anything. Nothing that ships imports them; tests and each other may. */
export const notShipped = ['lib/proof', 'lib/tools', 'vitest.config', 'playwright.config']

/** What a `'use client'` file may import: it ends up in the shopper's browser. */
export const inBrowser = mayImport.components ?? []

/** A test stands outside and may set up the whole shop; those of the rooms that know nobody stay as ignorant. */
export function testsMayAlso(room: string): readonly string[] {
  if (room === 'e2e') return []
  return room === 'lib/core' || room === 'lib/simulator' ? ['lib/proof'] : ['lib', 'app']
}

/** Learnt in a minute: folders directly below lib. */
export const MOST_ROOMS = 15
/** Files of one folder, tests not counted. More are grouped by what people call the thing. */
export const MOST_FILES = 25

/** Files that lie in no room of lib, and why each may. */
export const loose: Readonly<Record<string, string>> = {
  'lib/env.ts': 'it is the contract with whoever runs the shop',
  'lib/deps.ts': 'it wires every room and decides nothing',
}

/** The only places that read the environment of the process, beside lib/env.ts. */
export const mayReadEnvironment = ['lib/launch', 'lib/proof', 'e2e', 'playwright.config']
