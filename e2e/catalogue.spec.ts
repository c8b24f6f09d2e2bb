import type { Page } from '@playwright/test'
import { violationsOn } from './axe'
import { expect, test } from './fixtures'
import { screenWords } from './words'

const headings = (page: Page) => page.getByRole('main').getByRole('heading', { level: 2 })

test('a shopper walks from the window over a shelf to a thing and into the cart @nojs', async ({
  page,
}) => {
  await page.goto('/ko')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/노란 것만\s*파는 가게/)
  await page
    .getByRole('navigation', { name: '주요 메뉴' })
    .getByRole('link', { name: '상차림' })
    .click()
  await expect(page.getByRole('heading', { level: 1, name: '상차림', exact: true })).toBeVisible()
  await page
    .getByRole('main')
    .getByRole('link', { name: /겨자 유약 밥그릇/ })
    .click()
  await expect(page.getByText('₩34,000부터')).toBeVisible()
  await expect(page.getByRole('radio', { name: /작은 것/ })).toBeChecked()
  await page.getByRole('radio', { name: /큰 것.*₩42,000/ }).check()
  await page.getByRole('spinbutton', { name: '수량' }).fill('2')
  await page.getByRole('button', { name: screenWords.ko.addToCart, exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: screenWords.ko.cart })).toBeVisible()
  await expect(page.getByText('₩84,000').first()).toBeVisible()
})

test('what is sold out says so and cannot be ordered', async ({ page }) => {
  await page.goto('/en/products/ginkgo-notebook')
  await expect(page.getByRole('radio', { name: 'Grid Sold out' })).toBeDisabled()
  await expect(page.getByRole('radio', { name: 'Plain' })).toBeChecked()
  await page.goto('/en/products/sorghum-broom')
  await expect(page.getByText('Sold out. As soon as there is more')).toBeVisible()
  await expect(page.getByRole('button', { name: screenWords.en.addToCart })).toHaveCount(0)
})

test('a shelf is sorted without JavaScript, and keeps one address for search engines @nojs', async ({
  page,
}) => {
  await page.goto('/ko/collections/table')
  await expect(headings(page).first()).toHaveText('방짜 유기 합')
  await page.getByRole('link', { name: '낮은 가격부터' }).click()
  await expect(page.getByRole('link', { name: '낮은 가격부터' })).toHaveAttribute('aria-current')
  await expect(headings(page).first()).toHaveText('조각보 찻잔 받침')
  const canonical = await page.locator('link[rel=canonical]').getAttribute('href')
  expect(new URL(canonical ?? '').pathname).toBe('/ko/collections/table')
})

test('things are found by words, by initial consonants and in English @nojs', async ({ page }) => {
  await page.goto('/ko/search')
  const ask = async (text: string) => {
    await page.getByRole('searchbox', { name: '무엇을 찾으세요?' }).fill(text)
    await page.getByRole('main').getByRole('button', { name: '찾기', exact: true }).click()
  }
  await ask('ㅇㅈ')
  await expect(page.getByRole('status')).toHaveText('‘ㅇㅈ’ 1가지')
  await expect(headings(page)).toHaveText(['고흥 유자청'])
  await ask('brass')
  await expect(headings(page).first()).toHaveText('방짜 유기 합')
  await ask('파란 것')
  await expect(page.getByRole('status')).toHaveText('‘파란 것’에 맞는 노란 것은 아직 없습니다')
  await expect(page.getByRole('main').getByRole('link', { name: '곳간' })).toBeVisible()
})

test('whatever somebody looks for is answered', async ({ request }) => {
  const asked = [
    '%',
    "'; --",
    '🍋',
    '<script>',
    '\\',
    'a'.repeat(10_000),
    '유'.repeat(1_000),
    '\0',
    '{count}',
  ]
  for (const q of asked)
    expect((await request.get('/en/search', { params: { q } })).status(), q.slice(0, 20)).toBe(200)
  for (const query of ['q=a&q=b&sort=x&sort=y', 'q=%ff', 'q[]=1', 'sort=constructor', '=&&'])
    expect((await request.get(`/ko/search?${query}`)).status(), query).toBe(200)
})

test('shelves, sortings and things that do not exist are not found', async ({ request }) => {
  for (const path of [
    'collections',
    'collections/blue',
    'collections/table/by/luck',
    'collections/table/by',
    'collections/table/by/cheap/more',
    'collections/table/more',
    'products',
    'products/blue',
    'search/more',
  ])
    expect((await request.get(`/en/${path}`)).status(), path).toBe(404)
})

test('search engines are told what there is', async ({ page, request }) => {
  await page.goto('/en/products/beeswax-candle')
  const data = await page.locator('script[type="application/ld+json"]').allTextContents()
  const [product, path] = data.map((text) => JSON.parse(text))
  expect(product).toMatchObject({ '@type': 'Product', name: 'Beeswax candle' })
  expect(product.offers.map(({ price }: { price: number }) => price)).toEqual([9_500, 16_000])
  expect(product.offers[0]).toMatchObject({
    priceCurrency: 'KRW',
    availability: 'https://schema.org/InStock',
  })
  expect(path).toMatchObject({ '@type': 'BreadcrumbList' })
  await expect(page.locator('link[hreflang=ko]')).toHaveAttribute('href', /\/ko\/products\/bees/)
  await expect(page.locator('meta[property="og:image"]')).toHaveAttribute(
    'content',
    /\/og\/beeswax-candle\.jpg$/,
  )
  const sitemap = await (await request.get('/sitemap.xml')).text()
  expect(sitemap).toContain('/ko/collections/paper</loc>')
  expect(sitemap).toContain('/en/products/pencil-set</loc>')
  expect(await (await request.get('/robots.txt')).text()).toContain('/sitemap.xml')
  expect((await request.get('/manifest.webmanifest')).ok()).toBe(true)
})

test('nothing stands out of a small screen, also with large letters', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  for (const path of ['', '/collections/home', '/search?q=zz', '/products/mustard-rice-bowl'])
    for (const language of ['ko', 'en']) {
      await page.goto(`/${language}${path}`)
      for (const fontSize of ['100%', '200%']) {
        const tooWide = await page.evaluate((size) => {
          document.documentElement.style.fontSize = size
          return document.documentElement.scrollWidth - window.innerWidth
        }, fontSize)
        expect(tooWide, `${language}${path} at ${fontSize}`).toBeLessThanOrEqual(0)
      }
    }
})

for (const colorScheme of ['light', 'dark'] as const)
  for (const language of ['ko', 'en'] as const)
    test.describe(`${language}, ${colorScheme}`, {
      tag: language === 'ko' && colorScheme === 'light' ? [] : '@exhaustive',
    }, () => {
      test.use({ language, colorScheme })

      test('the shop window can be read by everybody', async ({ page }) => {
        for (const path of [
          '',
          '/collections/pantry',
          '/collections/home/by/dear',
          '/search',
          '/search?q=zz',
          '/products/ginkgo-notebook',
          '/products/sorghum-broom',
        ]) {
          await page.goto(`/${language}${path}`)
          const violations = await violationsOn(page)
          expect(violations.map(({ id, nodes }) => `${path} ${id}: ${nodes[0]?.html}`)).toEqual([])
        }
      })
    })
