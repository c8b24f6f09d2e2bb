import { createHmac, randomUUID } from 'node:crypto'
import { signatureOf, signedFields, signedText } from '@/lib/adyen/signature'

export const HMAC_KEY = createHmac('sha256', 'counts').update('key').digest('hex').toUpperCase()
export const MERCHANT = 'NorangCounts'

/** Somebody who buys one jar, step by step, with a browser that runs no script. */
export function countedShopper(origin: string, place: number) {
  const cookies = new Map<string, string>()
  const send = async (path: string, fields?: Readonly<Record<string, string>>) => {
    const response = await fetch(origin + path, {
      redirect: 'manual',
      headers: {
        'sec-fetch-site': 'same-origin',
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      },
      ...(fields ? { method: 'POST', body: new URLSearchParams({ locale: 'ko', ...fields }) } : {}),
    })
    for (const cookie of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      if (name !== undefined) cookies.set(name, value ?? '')
    }
    const text = await response.text()
    if (response.status >= 400) throw new Error(`${path} answered ${response.status}: ${text}`)
    return { text, to: response.headers.get('location') ?? '' }
  }
  let hidden: Record<string, string> = {}
  return {
    add: () => send('/api/cart', { variant: 'yuja-preserve', quantity: '1' }),
    cart: () => send('/ko/cart'),
    async checkout() {
      const { text } = await send('/ko/checkout')
      const inputs = text.matchAll(/<input type="hidden"[^>]* name="(\w+)"[^>]* value="([^"]*)"/g)
      hidden = Object.fromEntries([...inputs].map(([, name, value]) => [name, value]))
    },
    async place() {
      const { to } = await send('/api/checkout', { ...hidden, ...person(place) })
      if (!to.startsWith('https://wallet.')) throw new Error(`placing led to ${to}`)
    },
    back: (token: string) => send(`/api/return/${token}?redirectResult=${randomUUID()}`),
    result: (order: string) => send(`/ko/orders/${order}/result?attempt=1`),
    order: (order: string) => send(`/ko/orders/${order}`),
    poll: (order: string) => send(`/api/orders/${order}`),
  }
}

/** Each of them somebody else: nobody has more than a few unpaid orders. */
const person = (place: number) => ({
  name: '김노랑',
  email: `norang${place}@example.com`,
  phone: `+8210${String(12_340_000 + place)}`,
  postcode: '04524',
  address: `서울특별시 중구 세종대로 ${place}`,
  addressDetail: '1층',
  deliveryNote: '',
  method: 'kakaopay',
  agreement: 'yes',
})

/** What Adyen says of payments that were authorised, as one delivery each. */
export async function tellAuthorised(
  origin: string,
  { reference, amount }: { readonly reference: string; readonly amount: number },
): Promise<void> {
  const item = {
    eventCode: 'AUTHORISATION',
    success: 'true',
    eventDate: new Date().toISOString(),
    merchantAccountCode: MERCHANT,
    merchantReference: reference,
    pspReference: randomUUID().replaceAll('-', '').slice(0, 16).toUpperCase(),
    amount: { currency: 'KRW', value: amount },
    paymentMethod: 'kakaopay',
    operations: ['REFUND'],
    reason: '',
  }
  const hmacSignature = signatureOf(signedText(signedFields.parse(item)), HMAC_KEY)
  const signed = { ...item, additionalData: { hmacSignature } }
  const response = await fetch(`${origin}/api/webhooks/adyen`, {
    method: 'POST',
    body: JSON.stringify({
      live: 'false',
      notificationItems: [{ NotificationRequestItem: signed }],
    }),
  })
  if (response.status !== 202) throw new Error(`a notification was answered ${response.status}`)
}
