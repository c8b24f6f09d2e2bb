import { describe, expect, test } from 'vitest'
import { type SignedItem, signature } from '@/lib/simulator/webhooks/signature'

const documented = '44782DEF547AAA06C910C43932B1EB0C71FC68D9D0C057550C48EC2ACF6BA056'

const vectors: readonly (readonly [key: string, signed: string, expected: string])[] = [
  [
    documented,
    '7914073381342284::TestMerchant:TestPayment-1407325143704:1130:EUR:AUTHORISATION:true',
    'coqCmt/IZ4E3CzPvMY8zTjQVL5hYJUiBRg8UU+iCWo0=',
  ],
  [
    'DFB1EB5485895CFA84146406857104ABB4CBCABDC8AAF103A624C8F6A3EAAB00',
    'pspReference:originalReference:merchantAccount:reference:1000:EUR:REPORT_AVAILABLE:true',
    'ZNBPtI+oDyyRrLyD1XirkKnQgIAlFc07Vj27TeHsDRE=',
  ],
  [
    '9064450A8892A093D9E97EFCC9639DE31B74F3A7803135555A3C96F5A57915D6',
    'test_REPORT_AVAILABLE::Magento2Rik:testMerchantRef1:0:EUR:REPORT_AVAILABLE:true',
    'NuEkADFmlCC6VgX+wcoPAegIWxVPNBPCuKlM4Hzo5qc=',
  ],
  [
    documented,
    'NC6HT9CRT65ZGN82::DemoMerchantKR:order-20260101-0001:15000:KRW:AUTHORISATION:true',
    'V1HJgXIDcvmsxJIJselTbB3YLAiJmvE4HOxGJbXlBRY=',
  ],
  [
    documented,
    'NC6HT9CRT65ZGN82::DemoMerchantKR:order-20260101-0001:15000:KRW:OFFER_CLOSED:true',
    '7Q9CYrWh/ghceLMjwkgyzpxgVZF4zY5jhlX24mcKt6A=',
  ],
  [
    documented,
    'NC6HT9CRT65ZGN82::DemoMerchantKR:주문-0001:15000:KRW:AUTHORISATION:true',
    'pL/OqbVsJTg1IsIDbZ6FSsL8m5KM0gtCcCCqRbBwEL4=',
  ],
  [
    documented,
    'V4HZ4RBFJGXXGN82:NC6HT9CRT65ZGN82:DemoMerchantKR:refund-0001:5000:KRW:REFUND:true',
    'bU4t52wSdBe0r3bmDaQqgPimYxQAyoTnvUkGtRzT3Nw=',
  ],
  [
    documented,
    'V4HZ4RBFJGXXGN82:NC6HT9CRT65ZGN82:DemoMerchantKR:cancel-0001:::CANCELLATION:true',
    '6RBVXqQ7HlT0FAfGlfCVhZjyLGRf951x3jLrb9hmUY0=',
  ],
]

describe('the signature of a notification', () => {
  test.each(vectors)('with the key %s over %s is the published one', (key, signed, expected) => {
    expect(signature(itemOf(signed.split(':')), key)).toBe(expected)
  })

  test('escapes neither colon nor backslash', () => {
    const item = itemOf(
      'NC6HT9CRT65ZGN82::DemoMerchantKR:x:15000:KRW:AUTHORISATION:false'.split(':'),
    )
    const odd = { ...item, merchantReference: 'order:20260101\\0001' }
    expect(signature(odd, documented)).toBe('Tbf3bBuhzfyiDdIf3KSci9D8GB1U7A01iNXCcKOU/K8=')
  })

  test('of a real capture with slashes and a colon in its reference is Adyen’s', () => {
    const item = itemOf(
      'ZVWN7D3WSMK2WN82::AntoniStroinski:x:1000:EUR:AUTHORISATION:true'.split(':'),
    )
    const odd = { ...item, merchantReference: '\\:/\\/slashes are fun' }
    const key = '74F490DD33F7327BAECC88B2947C011FC02D014A473AAA33A8EC93E4DC069174'
    expect(signature(odd, key)).toBe('CZErGCNQaSsxbaQfZaJlakqo7KPP+mIa8a+wx3yNs9A=')
  })
})

function itemOf(fields: readonly string[]): SignedItem {
  const [psp = '', original = '', account = '', reference = '', value, currency, event = ''] =
    fields
  return {
    pspReference: psp,
    merchantAccountCode: account,
    merchantReference: reference,
    eventCode: event,
    success: fields[7] === 'true' ? 'true' : 'false',
    eventDate: '2026-01-01T00:00:00+01:00',
    ...(original ? { originalReference: original } : {}),
    ...(value && currency ? { amount: { value: Number(value), currency } } : {}),
  }
}
