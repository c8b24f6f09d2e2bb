import type { AccountSwitches } from '@/lib/simulator/account/account-switches'

const paying = [
  'Checkout webservice role',
  'Merchant PAL Webservice role',
  'Merchant Recurring role',
]

const ACCOUNT = 'Management API—Account read'
const METHODS = 'Management API—Payment methods read'
const WEBHOOKS = 'Management API—Webhooks read'
const WEBHOOKS_TOO = 'Management API—Webhooks read and write'
const managing = [ACCOUNT, METHODS, WEBHOOKS, WEBHOOKS_TOO]

const without = (...roles: readonly string[]) =>
  [...paying, ...managing].filter((role) => !roles.includes(role))

const rolesOf: Readonly<Record<AccountSwitches['keyRoles'], readonly string[]>> = {
  all: without(),
  payments_only: paying,
  no_account: without(ACCOUNT),
  no_payment_methods: without(METHODS),
  no_webhooks: without(WEBHOOKS, WEBHOOKS_TOO),
  webhooks_read: without(WEBHOOKS_TOO),
  no_checkout: without('Checkout webservice role'),
}

/** The roles of the API key, as its credential lists them. */
export const rolesOfKey = ({ keyRoles }: Pick<AccountSwitches, 'keyRoles'>): readonly string[] =>
  rolesOf[keyRoles]

/** What each part of the Management API wants; any of them is enough. */
const wanted = {
  me: managing,
  merchant: [ACCOUNT],
  methods: [METHODS],
  webhooks: [WEBHOOKS, WEBHOOKS_TOO],
  change_webhooks: [WEBHOOKS_TOO],
} as const satisfies Record<string, readonly string[]>

export const mayManage = (set: Pick<AccountSwitches, 'keyRoles'>, what: keyof typeof wanted) =>
  wanted[what].some((role) => rolesOfKey(set).includes(role))

export const mayUseCheckout = (set: Pick<AccountSwitches, 'keyRoles'>) =>
  rolesOfKey(set).includes('Checkout webservice role')
