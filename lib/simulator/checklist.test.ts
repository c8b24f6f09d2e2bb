import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { faultKinds } from '@/lib/simulator/api/faults'
import { scriptNames } from '@/lib/simulator/payment/scripts'
import { switches } from '@/lib/simulator/switches'

/**
 * What “faithful” means, clause by clause, and by which test, switch, script or fault it is kept.
 * The clauses are those of section 11 of the fact sheet; where that lies beside the project, nothing in
 * it may be left over.
 */
const checklist: readonly (readonly [clause: string, ...keptBy: string[]])[] = [
  ['/v71 and /v72 prefixes alike', '/v71/payments', '/v72/payments'],
  ['also /checkout/v72', '/checkout/v72/payments'],
  ['Recurring under /pal/servlet/Recurring/v68', 'Recurring under /pal/servlet/Recurring/v68'],
  ['X-API-Key missing/unknown → 401 000 security', 'needs the API key', 'without any API key'],
  ['Wrong merchantAccount → 403 901 security with pspReference', 'another merchant account'],
  ['Bad JSON → 400 702', '%s is 400 702'],
  ['Missing amount → 422 100', 'no amount'],
  ['missing reference → 422 130 (option 158)', 'missing reference → 422 %s', 'missingReference'],
  ['missing returnUrl → 422 14_030', 'no returnUrl'],
  ['returnUrl > 1024', 'a returnUrl of 1,025 characters'],
  ['reference > 80', 'a reference of 81 characters'],
  [
    'metadata limits (177/178)',
    '21 pairs of metadata',
    'a metadata key of 21 characters',
    'a metadata value of 81 characters',
  ],
  ['shopperReference < 3', 'a shopperReference of two characters'],
  [
    'storePaymentMethod without shopperReference (422 000 "Recurring payments require a shopperReference")',
    'a token wanted for nobody',
  ],
  ['currency ≠ KRW', 'another currency'],
  ['country ≠ KR', 'another country'],
  ['PM disabled → 500 905 configuration', 'PM disabled → 500 905 configuration', 'kakaopay'],
  ['unknown token → 422 800/803', 'unknown token → 422 %s', 'unknownToken'],
  ['unknown psp on modification → 422 167', 'of an unknown payment is refused'],
  [
    '/payments kakaopay → RedirectShopper without pspReference',
    'redirects to the wallet and gives no pspReference yet',
  ],
  [
    '/payments ContAuth → configurable Authorised / Received / Pending / Refused / Error',
    '/payments ContAuth → configurable %s',
    'contAuth',
  ],
  ['/payments/details once → result', 'says once how it ended, and no more'],
  [
    'twice → 422 704 unless same Idempotency-Key → stored body + echoed header',
    'asked again with the same key says the same again',
    'and is echoed',
  ],
  ['garbage → 422 14_018', 'refuses garbage and nothing at all'],
  ['missing → 422 14_002', 'refuses garbage and nothing at all'],
  ['Idempotency-Key: > 64 chars → 400 [I]', 'of 65 characters is refused'],
  [
    'in-flight duplicate → 422 704 + transient-error: true (option 409)',
    'in-flight duplicate → %s 704 + transient-error',
    'inFlightStatus',
  ],
  ['store status + body ≥ 7 days', 'store status + body ≥ 7 days'],
  ['scope company', 'scope company'],
  ['Modifications → 201 status:"received", then webhook', 'is received first and told by webhook'],
  ['Fault injection: latency', 'delay'],
  ['hang (timeout)', 'hang'],
  ['500/703', 'error_500', 'error_703'],
  ['429', 'too_many'],
  ['connection reset after commit', 'reset_after_commit'],
  ['truncated body', 'truncated_body'],
  [
    'pspReference generator: ^[A-Z0-9]{16}$ (modern samples end in digits such as 82, 75, 50)',
    'modern pspReferences are sixteen capitals and digits, digits last',
  ],
  ['also emit 16-digit old style on demand', '16-digit old style', 'pspReferences'],
  ['report/test events use non-conforming values', 'report events use non-conforming values'],
  ['/checkoutshopper/checkoutPaymentRedirect?redirectData=…', 'the buttons of the wallet page'],
  ['"Continue to KakaoPay / 카카오페이로 계속하기"', '“카카오페이로 계속하기” leads to the app'],
  ['QR (desktop)', 'QR (desktop)', 'a scanner reads the address out of the QR code'],
  ['app-switch mock (mobile)', 'app-switch mock (mobile)'],
  ['approve', 'Approve'],
  ['refuse (with reason)', 'Refuse', 'a refusal carries the reason that was chosen'],
  ['cancel', 'Cancel'],
  ['pending', 'Leave pending'],
  ['error', 'Fail with an error'],
  ['close window', 'Close the window'],
  ['approve without returning', 'Approve without returning'],
  ['cancel-then-approve-in-app', 'Cancel, then approve in the app'],
  ['return twice', 'return twice'],
  ['return by POST', 'return by POST', 'returnMethod'],
  ['return in another browser', 'return in another browser'],
  ['session timer (default 1 h, shortened in dev)', 'session timer (default 1 h', 'sessionMs'],
  ['on expiry offers error return', 'on expiry offers error return', 'expiry'],
  ['OFFER_CLOSED', 'on expiry offers OFFER_CLOSED'],
  ['Return: append redirectResult percent-encoded', 'appends the result percent-encoded'],
  ['switch for the && quirk', 'return with the && quirk', 'doubleAmpersand'],
  ['value X6XtfGC3! + base64 with + / =, 2–4 KB', 'came back encoded and was decoded once'],
  ['string live', 'looks like Adyen’s'],
  ['one item', 'looks like Adyen’s'],
  ['string success', 'looks like Adyen’s'],
  ['correct HMAC', 'is signed'],
  ['Basic auth', 'comes with Basic auth'],
  ['per-endpoint queue', 'per-endpoint queue', 'blockingQueue'],
  ['10 s timeout', '10 s timeout'],
  ['9/18/27 s then 2-5-10-15-30 m, 1-2-4-8 h schedule', 'is sent again on Adyen’s schedule'],
  ['(time-scaled)', 'schedule (time-scaled)'],
  ['duplicates', 'duplicates', 'delay, copy and reorder'],
  ['reordering', 'reorder', 'delay, copy and reorder'],
  ['delay', 'delayMs', 'delay, copy and reorder'],
  ['drop-until-manual-replay', 'drop-until-manual-replay', 'hold', 'dropUntilRetry'],
  ['bad signature', 'sign with a %s key', 'signature'],
  ['old key', 'old key'],
  ['unknown eventCode', 'unknown_event'],
  ['missing amount', 'missing amount is signed as empty', 'omitAmount'],
  ['reason:"null"', 'reason: "null"', 'emptyReason'],
  ['test events (test_AUTHORISATION_1)', 'test_AUTHORISATION_1 about testMerchantRef1'],
  ['Scripts: success', 'success'],
  ['refuse', 'refuse'],
  ['cancel(→AUTH false | →OFFER_CLOSED only)', 'cancel_authorisation_false', 'cancel_offer_closed'],
  ['abandon(→OFFER_CLOSED after N)', 'abandon'],
  ['false-then-true', 'false_then_true'],
  ['OFFER_CLOSED-then-true', 'offer_closed_then_true'],
  ['true-then-false (other attempt)', 'true_then_false', 'true-then-false (other attempt)'],
  ['two trues on two attempts', 'two_trues', 'two trues on two attempts'],
  ['token lagging by minutes', 'token_lagging'],
  ['token before AUTHORISATION', 'token_before_authorisation'],
  ['token disabled by KakaoPay', 'token_disabled', 'token disabled by KakaoPay'],
  ['refund ok', 'refund_ok'],
  ['refused', 'refund_refused'],
  ['ok-then-REFUND_FAILED', 'refund_failed_later'],
  ['REFUNDED_REVERSED', 'refund_reversed'],
  ['chargeback pair', 'chargeback'],
  ['OFFER_CLOSED delay', 'OFFER_CLOSED delay', 'offerClosedAfterMs'],
  ['its pspReference relation', 'its pspReference relation: %s', 'offerClosedPsp'],
  ['event on shopper cancel', 'event on shopper cancel', 'cancel'],
  ['sync result of ContAuth', 'contAuth'],
  ['additionalData presence', 'additionalData presence', 'additionalData'],
  ['704 as 409 vs 422', 'inFlightStatus'],
  ['redirectResult lifetime', 'redirectResult lifetime', 'redirectResultLifetimeMs'],
  ['idempotency retention', 'idempotency retention', 'idempotencyDays'],
  ['test page look', 'test page look', 'look'],
  ['min/max amounts', 'min/max amounts', 'minAmount', 'maxAmount'],
]

const names = new Set<string>([...Object.keys(switches.shape), ...scriptNames, ...faultKinds])
const tests = globSync('lib/simulator/**/*.test.ts')
  .filter((file) => !file.endsWith('checklist.test.ts'))
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n')

test.each(checklist)('%s', (_, ...keptBy) => {
  expect(keptBy.filter((name) => !names.has(name) && !tests.includes(name))).toEqual([])
})

const sheet = join(process.cwd(), '..', 'shared', 'adyen', 'FACTS.md')

describe('the checklist', () => {
  // Headings and what joins one clause to the next.
  const joints =
    /HTTP API|Shopper page|Webhooks|Keep configurable because \[U\]|\b(or|and|then|s)\b|[\s\p{P}\p{S}]/gu

  test('leaves nothing of section 11 out', ({ skip }) => {
    skip(!existsSync(sheet), `the fact sheet is not at ${sheet}`)
    const [, section = ''] = /^## 11\..*?\n(.*?)^---$/ms.exec(readFileSync(sheet, 'utf8')) ?? []
    let rest = section.replace(/[*`]/g, '').replace(/\s+/g, ' ')
    for (const [clause] of checklist) {
      const at = rest.indexOf(clause)
      expect(at, `section 11 does not say “${clause}” here`).toBeGreaterThanOrEqual(0)
      expect(rest.slice(0, at).replaceAll(joints, ''), `before “${clause}”`).toBe('')
      rest = rest.slice(at + clause.length)
    }
    expect(rest.replaceAll(joints, '')).toBe('')
  })
})
