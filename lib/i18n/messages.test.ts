import { createTranslator } from 'next-intl'
import { describe, expect, test } from 'vitest'
import { messagesOf } from './messages'
import { broken } from './messages/broken'
import { methodNames } from './methods'

const t = {
  en: createTranslator({ locale: 'en', messages: messagesOf.en }),
  ko: createTranslator({ locale: 'ko', messages: messagesOf.ko }),
}

/** Every text with the path of its key. */
function textsOf(messages: object, path = ''): [key: string, text: string][] {
  return Object.entries(messages).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null
      ? textsOf(value, `${path}${key}.`)
      : [[path + key, String(value)] satisfies [string, string]],
  )
}

/** What a text wants to be told, such as `{count, number}`. */
const argumentsIn = (text: string) =>
  [...text.matchAll(/\{[^{}]*\}/g)].map(([found]) => found).sort()

describe('both languages', () => {
  const korean = textsOf(messagesOf.ko)
  const english = new Map(textsOf(messagesOf.en))

  test('say the same things', () => {
    expect([...english.keys()]).toEqual(korean.map(([key]) => key))
    expect(Object.keys(broken.en)).toEqual(Object.keys(broken.ko))
  })

  test.each(korean)('want to be told the same for %s', (key, text) => {
    expect(argumentsIn(english.get(key) ?? '')).toEqual(argumentsIn(text))
  })

  test('leave nothing empty', () => {
    expect([...korean, ...english].filter(([, text]) => text.trim() === '')).toEqual([])
  })
})

// Words that stay as they are: tests, guides and other people's scripts find things by them.
describe('the words of the contract', () => {
  const amount = '₩15,000'
  test.each([
    ['product.add', 'Add to cart', '장바구니에 담기'],
    ['page.cart', 'Cart', '장바구니'],
    ['cart.checkout', 'Checkout', '주문하기'],
    ['step.try_again', 'Try again', '다시 시도'],
    ['step.other_method', 'Choose another payment method', '다른 결제 수단 선택'],
    ['step.cancel_order', 'Cancel order', '주문 취소'],
    ['step.view_order', 'View order', '주문 보기'],
    ['step.continue_shopping', 'Continue shopping', '쇼핑 계속하기'],
    ['cart.continueShopping', 'Continue shopping', '쇼핑 계속하기'],
    ['checkout.field.name', 'Name', '이름'],
    ['checkout.field.email', 'Email', '이메일'],
    ['checkout.field.phone', 'Phone', '휴대폰 번호'],
    ['checkout.field.postcode', 'Postcode', '우편번호'],
    ['checkout.field.address', 'Address', '주소'],
    ['checkout.field.addressDetail', 'Detailed address', '상세 주소'],
    ['checkout.field.deliveryNote', 'Delivery note', '배송 메모'],
    [
      'checkout.agreement',
      'I agree to the terms and to this purchase',
      '구매조건을 확인했으며 결제에 동의합니다',
    ],
    ['result.heading.approved', 'Payment successful', '결제가 완료되었습니다'],
    ['result.heading.left', 'Payment cancelled', '결제가 취소되었습니다'],
    ['result.heading.timed_out', 'Payment cancelled', '결제가 취소되었습니다'],
    [
      'result.heading.broken',
      'Something went wrong with your payment',
      '결제 중 오류가 발생했습니다',
    ],
    ['result.heading.waiting', 'We received your order', '주문이 접수되었습니다'],
    ['result.heading.refused', 'Payment refused', '결제가 거절되었습니다'],
    ['result.heading.unknown', 'We are confirming your payment', '결제를 확인하고 있습니다'],
  ] as const)('%s is "%s" and "%s"', (key, english, korean) => {
    expect(t.en(key)).toBe(english)
    expect(t.ko(key)).toBe(korean)
  })

  test('the button says what will be paid', () => {
    expect(t.en('checkout.pay', { amount })).toBe('Pay ₩15,000')
    expect(t.ko('checkout.pay', { amount })).toBe('₩15,000 결제하기')
  })

  test('the radio and the way on to KakaoPay have its name', () => {
    expect(methodNames.en.kakaopay).toBe('KakaoPay')
    expect(methodNames.ko.kakaopay).toBe('카카오페이')
    expect(t.en('step.continue_to', { method: methodNames.en.kakaopay })).toBe(
      'Continue to KakaoPay',
    )
    expect(t.ko('step.continue_to', { method: methodNames.ko.kakaopay })).toBe(
      '카카오페이로 계속하기',
    )
  })

  test('an order is named by its number', () => {
    expect(t.en('order.heading', { number: '20261123-4F7K' })).toBe('Order 20261123-4F7K')
  })
})
