import { z } from 'zod'

/** What is set up wrong at Adyen, each mistake by itself: what the Management API then tells of it. */
export const accountSwitches = z.object({
  managementApi: z.enum(['answers', '401', '403', '422', '500', 'hangs', 'garbled']),
  keyRoles: z.enum([
    'all',
    'payments_only',
    'no_account',
    'no_payment_methods',
    'no_webhooks',
    'webhooks_read',
    'no_checkout',
  ]),
  keyState: z.enum(['active', 'inactive', 'some_addresses']),
  accountStatus: z.enum(['Active', 'PreActive', 'InactiveWithModifications', 'Inactive', 'Closed']),
  captureDelay: z.enum(['immediate', 'manual', '3']),
  kakaopaySetting: z.enum([
    'valid',
    'absent',
    'disabled',
    'not_allowed',
    'pending',
    'invalid',
    'rejected',
  ]),
  otherMethods: z.enum(['offered', 'none']),
  webhookListed: z.enum(['merchant', 'company', 'nowhere', 'preview']),
  webhookState: z.enum(['active', 'inactive', 'errors']),
  webhookFormat: z.enum(['json', 'http', 'soap']),
  webhookEvents: z.enum(['all', 'no_offer_closed', 'no_recurring_contract', 'no_refund', 'unsaid']),
  webhookUser: z.enum(['as_entered', 'other', 'none']),
  keyCheckValue: z.enum(['right', 'other', 'absent']),
  tokenWebhookListed: z.enum(['listed', 'absent']),
})

export type AccountSwitches = z.infer<typeof accountSwitches>

/** All is well: whoever looks into this account finds nothing to mend. */
export const defaultAccountSwitches: AccountSwitches = {
  managementApi: 'answers',
  keyRoles: 'all',
  keyState: 'active',
  accountStatus: 'Active',
  captureDelay: 'immediate',
  kakaopaySetting: 'valid',
  otherMethods: 'offered',
  webhookListed: 'merchant',
  webhookState: 'active',
  webhookFormat: 'json',
  webhookEvents: 'all',
  webhookUser: 'as_entered',
  keyCheckValue: 'right',
  tokenWebhookListed: 'listed',
}

export const accountSwitchNotes = {
  managementApi: 'What every call of the Management API meets. answers: it works.',
  keyRoles:
    'What the API key may: all, none of the Management API, none or part of one kind, or not Checkout. A shop that only pays needs payments_only.',
  keyState: 'The API credential is active, inactive, or may be used from some IP addresses only.',
  accountStatus: 'The status of the merchant account. Active: payments are processed.',
  captureDelay: 'When money is captured. immediate: KakaoPay knows no other way.',
  kakaopaySetting:
    'KakaoPay among the methods of the account: valid, not asked for (absent), switched off, not allowed by Adyen yet, or its verification. Whether /paymentMethods offers it is the switch kakaopay.',
  otherMethods: 'Whether the account has another Korean method besides KakaoPay.',
  webhookListed:
    'Where the standard webhook stands: with the merchant account, with the company, nowhere, or with the address of a preview.',
  webhookState: 'The standard webhook is active, switched off, or could not be delivered lately.',
  webhookFormat: 'What the standard webhook is sent as. json: what shops of today read.',
  webhookEvents:
    'Which event codes are switched on: all, one of the two that are off by default is missing, REFUND is taken out, or the account does not say.',
  webhookUser: 'Basic auth of the standard webhook as Adyen tells of it.',
  keyCheckValue:
    'The check values of the HMAC keys, of both webhooks: of this key, of another one, or none. Their making is not documented.',
  tokenWebhookListed:
    'Whether the webhook about tokens is listed. Unknown: the specification does not name its type.',
} as const satisfies Record<keyof AccountSwitches, string>
