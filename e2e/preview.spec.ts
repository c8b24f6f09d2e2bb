import { expect, test } from './fixtures'

/*
 * A link in KakaoTalk: its robot runs no script, reads the head of the page, and shows two lines and a picture that it
 * makes twice as wide as high.
 */

test.skip(({ isMobile }) => !isMobile, 'a robot has no screen')

const robot = {
  'user-agent':
    'facebookexternalhit/1.1;kakaotalk-scrap/1.0; +https://devtalk.kakao.com/t/scrap/33984',
}

type Preview = Readonly<Record<string, string>>

/** What a robot finds in the head of a page, as it reads it: without a browser. */
function previewIn(html: string): Preview {
  const head = html.slice(0, html.indexOf('</head>'))
  const metas = [...head.matchAll(/<meta\b[^>]*\bproperty="og:([^"]+)"[^>]*\bcontent="([^"]*)"/g)]
  return Object.fromEntries(metas.map(([, name = '', content = '']) => [name, content]))
}

/** Width and height of a JPEG, from its frame header. */
function sizeOf(jpeg: Buffer): [width: number, height: number] {
  for (let at = 2; at < jpeg.length; at += 2 + jpeg.readUInt16BE(at + 2)) {
    const marker = jpeg[at + 1]
    if (marker === 0xc0 || marker === 0xc2)
      return [jpeg.readUInt16BE(at + 7), jpeg.readUInt16BE(at + 5)]
  }
  throw new Error('no picture')
}

for (const [path, title, description] of [
  ['/ko', /^노랑/, /./],
  ['/en', /^Norang/, /./],
  ['/ko/products/yuja-preserve', /유자청 · ₩15,000$/, /유자/],
  ['/en/products/beeswax-candle', /^Beeswax candle · from ₩9,500$/i, /./],
  ['/ko/collections/pantry', / · ₩[\d,]+부터$/, /./],
] as const)
  test(`${path} is previewed with what it is, what it costs and a picture`, async ({ request }) => {
    const preview = previewIn(await (await request.get(path, { headers: robot })).text())
    expect(preview.title).toMatch(title)
    expect(preview.description).toMatch(description)
    const { pathname, protocol } = new URL(preview.image ?? '')
    expect(protocol).toMatch(/^https?:$/)
    const picture = await request.get(pathname, { headers: robot })
    expect(picture.headers()['content-type']).toBe('image/jpeg')
    const body = await picture.body()
    expect(body.length).toBeLessThan(500_000)
    const [width, height] = sizeOf(body)
    expect([width / height, width >= 800]).toEqual([2, true])
    expect([preview['image:width'], preview['image:height']]).toEqual([`${width}`, `${height}`])
  })

test('the link of an order previews nothing of the order', async ({
  page,
  request,
  shopper,
  wallet,
  order,
}) => {
  await shopper.checkOut()
  const number = await order.number()
  await wallet.press('Approve')
  await shopper.heading('결제가 완료되었습니다')
  const home = previewIn(await (await request.get('/ko', { headers: robot })).text())
  for (const path of [`/ko/orders/${order.id()}`, new URL(page.url()).pathname]) {
    const preview = previewIn(await (await request.get(path, { headers: robot })).text())
    expect(preview).toMatchObject({ title: home.title, image: home.image })
    const shown = JSON.stringify(preview)
    for (const secret of [number, order.id(), '18,000', shopper.somebody.name])
      expect(shown).not.toContain(secret)
  }
})
