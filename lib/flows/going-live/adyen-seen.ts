import type {
  Credential,
  Level,
  ListedWebhook,
  Management,
  MerchantAccount,
  MethodSetting,
  Seen,
  WebhookTest,
} from '@/lib/adyen/management'
import type { ShopSettings } from './shop-settings'

/** Everything that Adyen was asked, before anything is made of it. */
export type AdyenSeen = {
  readonly me: Seen<Credential>
  readonly merchant: Seen<MerchantAccount>
  readonly methods: Seen<{ readonly data: readonly MethodSetting[] }>
  /** The types that a shopper would be offered. */
  readonly offered: Seen<readonly string[]>
  readonly webhooks: Seen<readonly PlacedWebhook[]>
  /** Null: which company it is was not said. */
  readonly companyWebhooks: Seen<readonly PlacedWebhook[]> | null
  /** Null: it was not asked for, or there is nothing to test. */
  readonly test: Seen<WebhookTest> | null
}

/** A webhook, and where it is entered. */
export type PlacedWebhook = ListedWebhook & { readonly level: Level; readonly account: string }

/** Asks Adyen all that the checks want to know. Only with `isTested` anything is sent, and that to our own door. */
export async function seeAdyen(
  management: Management,
  settings: ShopSettings,
  isTested: boolean,
): Promise<AdyenSeen> {
  const account = settings.adyen.merchantAccount
  const [me, merchant, methods, offered, own] = await Promise.all([
    management.me(),
    management.merchant(),
    management.methodSettings(),
    management.offered(),
    management.webhooks(),
  ])
  const company = merchant.kind === 'seen' ? merchant.value.companyId : undefined
  const theirs = company === undefined ? null : await management.companyWebhooks(company)
  const webhooks = seenAs(own, ({ data }) => placed(data, 'merchants', account))
  const companyWebhooks =
    theirs &&
    seenAs(theirs, ({ data }) =>
      placed(data, 'companies', company ?? '').filter((webhook) => isFor(webhook, account)),
    )
  const seen = {
    me,
    merchant,
    methods,
    offered: seenAs(offered, ({ paymentMethods }) => paymentMethods.map(({ type }) => type)),
    webhooks,
    companyWebhooks,
  }
  const ours = ourWebhook(settings, seen)
  const id = ours?.id
  const test =
    isTested && ours && id !== undefined
      ? await management.testWebhook(ours.level, ours.account, id)
      : null
  return {
    ...seen,
    test: test && seenAs(test, ({ data }) => data),
  }
}

const placed = (data: readonly ListedWebhook[], level: Level, account: string): PlacedWebhook[] =>
  data.map((webhook) => ({ ...webhook, level, account }))

/** A webhook of the company may be for some of its merchant accounts only. */
function isFor(
  { filterMerchantAccountType: type, filterMerchantAccounts: listed }: ListedWebhook,
  account: string,
): boolean {
  if (type === 'includeAccounts') return listed.includes(account)
  return type === 'excludeAccounts' ? !listed.includes(account) : true
}

function seenAs<From, To>(seen: Seen<From>, made: (value: From) => To): Seen<To> {
  return seen.kind === 'seen' ? { kind: 'seen', value: made(seen.value) } : seen
}

/** Where Adyen's notifications have to go. */
export const doorOf = ({ baseUrl }: Pick<ShopSettings, 'baseUrl'>) =>
  `${baseUrl}/api/webhooks/adyen`

export const isSameAddress = (one: string, other: string): boolean =>
  URL.canParse(one) &&
  new URL(one).href.replace(/\/$/, '') === new URL(other).href.replace(/\/$/, '')

/** All that was seen of webhooks, on both levels. */
export const allWebhooks = ({
  webhooks,
  companyWebhooks,
}: Pick<AdyenSeen, 'webhooks' | 'companyWebhooks'>): readonly PlacedWebhook[] =>
  [webhooks, companyWebhooks].flatMap((seen) => (seen?.kind === 'seen' ? seen.value : []))

/** The standard webhook that comes to this shop. */
export const ourWebhook = (
  settings: Pick<ShopSettings, 'baseUrl'>,
  seen: Pick<AdyenSeen, 'webhooks' | 'companyWebhooks'>,
): PlacedWebhook | undefined =>
  allWebhooks(seen).find(
    ({ type, url }) => type === 'standard' && isSameAddress(url, doorOf(settings)),
  )
