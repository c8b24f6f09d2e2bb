import type { Locale } from '@/lib/core/locale'

/** For a form of another site, or of none. */
export const forbidden = () =>
  new Response('This form can only be sent from the shop itself. Please go back and try again.\n', {
    status: 403,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
  })

export const tooLarge = () => new Response('too large\n', { status: 413 })

/** For programs. */
export const notFoundJson = () =>
  Response.json({ error: 'not_found' }, { status: 404, headers: { 'Cache-Control': 'no-store' } })

// What is no page of the shop has no script, no style, and is kept by nobody.
const bare = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': "default-src 'none'; base-uri 'none'; frame-ancestors 'none'",
  'Cache-Control': 'no-store',
}

/** For a person whose browser was sent to a door that leads nowhere. */
export const missingPage = () =>
  new Response(
    `<!doctype html><html lang="ko"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>노랑 · Norang</title>
<h1>찾을 수 없습니다</h1>
<p>이 링크에 해당하는 것이 없습니다. 주문을 찾으신다면 주문 확인 메일의 링크를 이용하시거나 <a href="/ko/orders/find">주문을 찾아</a> 주세요.</p>
<p lang="en">There is nothing behind this link. For an order, please use the link in your mail, or <a href="/en/orders/find">find your order</a>.</p>
<p><a href="/">노랑 · Norang</a></p></html>
`,
    { status: 404, headers: { ...bare, 'Referrer-Policy': 'no-referrer' } },
  )

const mayNot = {
  ko: {
    title: '이 브라우저에서는 바꿀 수 없는 주문입니다',
    text: '주문하신 분만 할 수 있는 일이라 아무것도 바꾸지 않았습니다. 주문하신 브라우저에서 다시 시도하시거나, 로그인하시거나, 주문하실 때 쓰신 이메일로 링크를 받아 주세요.',
    way: '링크 받기',
    signIn: '로그인',
  },
  en: {
    title: 'This cannot be changed in this browser',
    text: 'Only whoever ordered can do this, so nothing was changed. Please try again in the browser that ordered, sign in, or have a link mailed to the address of the order.',
    way: 'Have the link mailed',
    signIn: 'Sign in',
  },
} as const satisfies Record<Locale, unknown>

/** For whoever may not do what they ask for: what they can do instead. `page` tells more, and can mail the link. */
export function mayNotPage(page: string, locale: Locale): Response {
  const say = mayNot[locale]
  const next = new URLSearchParams({ next: page })
  return new Response(
    `<!doctype html><html lang="${locale}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${say.title}</title>
<h1>${say.title}</h1>
<p>${say.text}</p>
<p><a href="${page}">${say.way}</a> · <a href="/${locale}/account?${next}">${say.signIn}</a></p>
<p><a href="/${locale}">${words[locale].home}</a></p></html>
`,
    { status: 403, headers: bare },
  )
}

const words = {
  ko: {
    title: '잠시만 기다려 주세요',
    minutes: (count: number) => `${count}분`,
    hours: (count: number) => `${count}시간`,
    text: (wait: string) =>
      `짧은 시간에 너무 여러 번 시도하셨습니다. ${wait} 뒤에 다시 눌러 주세요. 결제된 금액은 없으며, 입력하신 내용은 그대로 있습니다.`,
    uncounted:
      '지금은 요청을 처리할 수 없습니다. 1분 뒤에 다시 눌러 주세요. 결제된 금액은 없으며, 입력하신 내용은 그대로 있습니다.',
    home: '노랑',
  },
  en: {
    title: 'Please wait a moment',
    minutes: (count: number) => `${count} minute${count === 1 ? '' : 's'}`,
    hours: (count: number) => `${count} hours`,
    text: (wait: string) =>
      `That was too often in a short time. Please press again in ${wait}. Nothing was charged, and what you typed is still there.`,
    uncounted:
      'We cannot do this right now. Please press again in a minute. Nothing was charged, and what you typed is still there.',
    home: 'Norang',
  },
} as const satisfies Record<Locale, unknown>

/** For whoever comes too often: how long to wait. */
export function waitPage(seconds: number, locale: Locale): Response {
  const say = words[locale]
  const minutes = Math.ceil(seconds / 60)
  const wait = minutes <= 90 ? say.minutes(minutes) : say.hours(Math.ceil(minutes / 60))
  return laterPage(429, { seconds, text: say.text(wait) }, locale)
}

/** For whoever asks for what has to be counted, while nothing can be. */
export const uncountedPage = (locale: Locale) =>
  laterPage(503, { seconds: 60, text: words[locale].uncounted }, locale)

type Later = { readonly seconds: number; readonly text: string }

function laterPage(status: number, { seconds, text }: Later, locale: Locale): Response {
  const say = words[locale]
  return new Response(
    `<!doctype html><html lang="${locale}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${say.title}</title>
<h1>${say.title}</h1>
<p>${text}</p>
<p><a href="/${locale}">${say.home}</a></p></html>
`,
    { status, headers: { 'Retry-After': String(seconds), ...bare } },
  )
}
