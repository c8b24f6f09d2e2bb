import type { AccountSwitches } from '@/lib/simulator/account/account-switches'
import { createWebhook, generateHmac, updateWebhook } from '@/lib/simulator/account/change-webhook'
import { companyOf, listedWebhooks, STANDARD_ID } from '@/lib/simulator/account/listed-webhooks'
import { methodSettings } from '@/lib/simulator/account/method-settings'
import { restError } from '@/lib/simulator/account/rest-answer'
import { mayManage, rolesOfKey } from '@/lib/simulator/account/roles'
import { testWebhook, webhookTestRequest } from '@/lib/simulator/account/test-webhook'
import { type Answer, jsonResponse } from '@/lib/simulator/answer'
import type { SimulatorConfig } from '@/lib/simulator/config'
import { parseJson } from '@/lib/simulator/json'
import { sameSecret } from '@/lib/simulator/references'
import { readSwitches, type Switches } from '@/lib/simulator/switches'
import { twoWebhooks } from '@/lib/simulator/webhooks/two-webhooks'

const BASE = '/api/v3/'
export const isManagement = (path: string) => path.startsWith(BASE)

// Longer than any client waits.
const HANG_MS = 65_000

/** Adyen's Management API, as far as somebody looks into an account and mends its webhooks with it. */
export async function answerManagement(
  config: SimulatorConfig,
  request: Request,
  path: string,
): Promise<Response> {
  if (!sameSecret(request.headers.get('x-api-key') ?? '', config.apiKey))
    return jsonResponse(restError(401, 'The API key is unknown here.'))
  const set = await readSwitches(config.pool, null)
  switch (set.managementApi) {
    case 'answers':
      return jsonResponse(await answerTo({ config, set }, request, path.slice(BASE.length)))
    case 'garbled':
      return new Response('{"data":[', { headers: { 'content-type': 'application/json' } })
    case 'hangs':
      await hang(request.signal)
      return jsonResponse(restError(500, 'The server could not process the request.'))
    default:
      return jsonResponse(restError(Number(set.managementApi), 'It was told to answer like that.'))
  }
}

const hang = (signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, HANG_MS)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })

type Account = { readonly config: SimulatorConfig; readonly set: Switches }

const notPermitted = restError(403, 'The API credential has no role for this.')
const nowhere = restError(404, 'There is nothing at this address.')

async function answerTo(account: Account, request: Request, path: string): Promise<Answer> {
  const { config, set } = account
  const isPost = request.method === 'POST'
  if (path === 'me' && !isPost) return mayManage(set, 'me') ? me(config, set) : notPermitted
  const [level, id = '', part, webhookId, act, ...more] = path.split('/').map(decoded)
  if ((level !== 'merchants' && level !== 'companies') || more.length > 0) return nowhere
  const owner = level === 'companies' ? companyOf(config) : config.merchantAccount
  if (id !== owner) return notPermitted
  if (part === 'webhooks' && webhookId === undefined && !isPost)
    return mayManage(set, 'webhooks') ? webhooks(account, level) : notPermitted
  if (part === 'webhooks')
    return mayManage(set, 'change_webhooks')
      ? changeWebhooks(account, request, { level, id: webhookId, act })
      : notPermitted
  if (level !== 'merchants' || isPost) return nowhere
  if (part === undefined) return mayManage(set, 'merchant') ? merchant(config, set) : notPermitted
  if (part === 'paymentMethodSettings' && webhookId === undefined)
    return mayManage(set, 'methods') ? methodSettings(config, set) : notPermitted
  return nowhere
}

type Meant = {
  readonly level: 'merchants' | 'companies'
  /** Absent: none that is there yet. */
  readonly id: string | undefined
  readonly act: string | undefined
}

async function changeWebhooks(
  account: Account,
  request: Request,
  { level, id, act }: Meant,
): Promise<Answer> {
  const body = async () => parseJson(await request.text())
  switch (`${request.method} ${id === undefined ? 'all' : 'one'} ${act ?? ''}`.trim()) {
    case 'POST all':
      return level === 'merchants' ? createWebhook(account, await body()) : nowhere
    case 'PATCH one':
      return updateWebhook(account, { level, id: id ?? '' }, await body())
    case 'POST one test':
      return test(account, request, id ?? '')
    case 'POST one generateHmac':
      return generateHmac(account, id ?? '')
    default:
      return nowhere
  }
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return ''
  }
}

const me = (config: SimulatorConfig, set: AccountSwitches): Answer => ({
  status: 200,
  body: {
    id: 'S2-SIMULATOR',
    username: 'ws_123456@Company.Norang',
    clientKey: 'test_SIMULATOR',
    companyName: companyOf(config),
    active: set.keyState !== 'inactive',
    allowedIpAddresses: set.keyState === 'some_addresses' ? ['192.0.2.1'] : [],
    roles: rolesOfKey(set),
    _links: { self: { href: `${config.origin}/api/v3/me` } },
  },
})

const merchant = (config: SimulatorConfig, set: AccountSwitches): Answer => ({
  status: 200,
  body: {
    id: config.merchantAccount,
    name: config.merchantAccount,
    companyId: companyOf(config),
    status: set.accountStatus,
    captureDelay: set.captureDelay,
    defaultShopperInteraction: 'Ecommerce',
    merchantCity: 'Seoul',
    primarySettlementCurrency: 'KRW',
    _links: { self: { href: `${config.origin}/api/v3/merchants/${config.merchantAccount}` } },
  },
})

async function webhooks(
  { config, set }: Account,
  level: 'merchants' | 'companies',
): Promise<Answer> {
  const both = await twoWebhooks(config.pool, config)
  const data = listedWebhooks({ config, set }, both, level)
  return { status: 200, body: { itemsTotal: data.length, pagesTotal: 1, data } }
}

async function test({ config, set }: Account, request: Request, id: string): Promise<Answer> {
  const { standard } = await twoWebhooks(config.pool, config)
  if (id !== STANDARD_ID || standard.url === null) return restError(422, 'Unknown webhook.')
  const asked = webhookTestRequest.safeParse(parseJson(await request.text()))
  if (!asked.success) return restError(422, "The 'types' field is invalid.")
  return testWebhook({ config, set, webhook: standard }, asked.data)
}
