import { expect, test } from 'vitest'
import { SettingsError } from './settings-error'
import { readSimulatorEnv } from './simulator'

const PUBLIC = {
  BASE_URL: 'https://adyen.example',
  SIMULATOR_PASSWORD: 'open sesame',
  ADYEN_API_KEY: 'key',
}

function mistakesOf(source: Record<string, string>): readonly string[] {
  try {
    readSimulatorEnv(source)
    return []
  } catch (error) {
    if (error instanceof SettingsError) return error.mistakes.map(({ en }) => en)
    throw error
  }
}

test('a simulator on one’s own machine needs no setting, and is another site than a shop on localhost', () => {
  expect(readSimulatorEnv({})).toMatchObject({
    port: 3100,
    origin: 'http://127.0.0.1:3100/simulator',
    isOpen: true,
    databaseUrl: null,
    apiKey: 'simulator',
    merchantAccount: 'NorangSimulator',
  })
  expect(readSimulatorEnv({ PORT: '3200' }).origin).toBe('http://127.0.0.1:3200/simulator')
})

test('what is set for a shop beside it, such as DATABASE_URL, is not its own', () => {
  const shops = { DATABASE_URL: 'postgres://db.example/shop', ADYEN_ENVIRONMENT: 'live' }
  expect(readSimulatorEnv(shops)).toEqual(readSimulatorEnv({}))
})

test('where others can reach it, it is not open', () => {
  expect(readSimulatorEnv(PUBLIC)).toMatchObject({
    origin: 'https://adyen.example/simulator',
    isOpen: false,
  })
})

test('origins are as a browser writes them', () => {
  expect(readSimulatorEnv({}).shops).toEqual([])
  const given = 'https://Shop.example/, http://localhost:8080'
  expect(readSimulatorEnv({ SIMULATOR_RETURN_ORIGINS: given }).shops).toEqual([
    'https://shop.example',
    'http://localhost:8080',
  ])
})

test.each<[string, Record<string, string>]>([
  ['SIMULATOR_PASSWORD', { ...PUBLIC, SIMULATOR_PASSWORD: '' }],
  ['ADYEN_API_KEY', { ...PUBLIC, ADYEN_API_KEY: ' ' }],
  ['BASE_URL', { BASE_URL: 'adyen.example' }],
  ['PORT', { PORT: 'http' }],
  ['SIMULATOR_DATABASE_URL', { SIMULATOR_DATABASE_URL: 'mysql://db.example' }],
  ['SIMULATOR_RETURN_ORIGINS', { SIMULATOR_RETURN_ORIGINS: 'shop.example' }],
  ['SIMULATOR_RETURN_ORIGINS', { SIMULATOR_RETURN_ORIGINS: 'https://shop.example/return' }],
  ['SIMULATOR_RETURN_ORIGINS', { SIMULATOR_RETURN_ORIGINS: 'https://a@shop.example' }],
  ['SIMULATOR_RETURN_ORIGINS', { SIMULATOR_RETURN_ORIGINS: 'javascript:alert(1)' }],
])('a wrong %s is one sentence that names it: %j', (name, source) => {
  expect(mistakesOf(source)).toEqual([expect.stringMatching(new RegExp(`^${name} .+\\.$`))])
})
