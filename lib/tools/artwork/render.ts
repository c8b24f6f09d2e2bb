import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { type Browser as Chromium, chromium, type Page } from '@playwright/test'
import sharp from 'sharp'
import { browserFlags } from '@/lib/proof/browser/browser-flags'
import { findBrowser } from '@/lib/proof/browser/find-browser'

/*
 * Makes the pictures that the shop serves out of the drawings in lib/tools/artwork/drawings, and the
 * pictures for those who link to us. `npm run pictures` renders what is newer than its pictures,
 * `npm run pictures -- wild-honey` what is named.
 */

const SOURCE = 'lib/tools/artwork/drawings'
const PICTURES = 'public/products'
const OPEN_GRAPH = 'public/og'
const ICONS = 'public/icons'
const AVIF = { quality: 58, effort: 4 }
const WEBP = { quality: 76, effort: 4 }

type Size = { readonly width: number; readonly height: number }
const square: Size = { width: 1200, height: 1200 }
const wide: Size = { width: 1600, height: 1000 }
const isBanner = (slug: string) => slug.startsWith('banner-')

async function draw(browser: Chromium, svg: string, { width, height }: Size): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width, height } })
  try {
    await show(page, svg)
    return await page.screenshot({ type: 'png' })
  } finally {
    await page.close()
  }
}

const show = (page: Page, body: string) =>
  page.setContent(
    `<style>html,body{margin:0}svg{display:block;width:100vw;height:100vh}</style>${body}`,
  )

/** Every width that `components/picture.tsx` asks for, and one WebP for browsers without AVIF. */
async function renderPicture(browser: Chromium, slug: string): Promise<void> {
  const svg = await readFile(join(SOURCE, `${slug}.svg`), 'utf8')
  const png = await draw(browser, svg, isBanner(slug) ? wide : square)
  const widths = isBanner(slug) ? [640, 1080, 1600] : [400, 800, 1200]
  for (const width of widths)
    await sharp(png)
      .resize(width)
      .avif(AVIF)
      .toFile(join(PICTURES, `${slug}-${width}.avif`))
  const fallback = isBanner(slug) ? 1080 : 800
  await sharp(png)
    .resize(fallback)
    .webp(WEBP)
    .toFile(join(PICTURES, `${slug}-${fallback}.webp`))
  if (!isBanner(slug)) await renderOpenGraph(browser, slug, png)
  if (slug === 'banner-home') await renderOpenGraph(browser, 'home', png)
}

const MARK = `<svg viewBox="0 0 32 32" style="width:96px;height:96px"><circle cx="15.5" cy="18" r="12.5" fill="#ffc91f"/><path d="M15.8 7.4C16.4 3.2 20 1.2 25.4 1.8 25 6.6 21.2 9 15.8 7.4Z" fill="#4f7a34"/></svg>`

/** What a chat shows of a link: the picture, and whose it is. KakaoTalk makes all of them twice as wide as high. */
async function renderOpenGraph(browser: Chromium, name: string, png: Buffer): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1200, height: 600 } })
  const picture = `data:image/png;base64,${png.toString('base64')}`
  await page.setContent(`<style>
    body{margin:0;display:flex;height:600px;background:#fffcf3;color:#2b2111}
    div{flex:1;display:flex;flex-direction:column;align-items:center;justify-content:center;gap:20px;
      font:800 88px "Pretendard Variable","Noto Sans CJK KR","Noto Sans KR",sans-serif}
    img{width:${name === 'home' ? 800 : 600}px;height:600px;object-fit:cover;object-position:70% 50%}
  </style><div>${MARK}<span>노랑</span></div><img src="${picture}">`)
  const shot = await page.screenshot({ type: 'png' })
  await page.close()
  await sharp(shot)
    .jpeg({ quality: 84, mozjpeg: true })
    .toFile(join(OPEN_GRAPH, `${name}.jpg`))
}

/** Icons for home screens; the maskable one keeps its mark inside the circle that phones cut out. */
async function renderIcons(browser: Chromium): Promise<void> {
  const icon = await readFile('app/icon.svg', 'utf8')
  const sizes = [
    { name: '192', px: 192, inset: 0.06, ground: 'transparent' },
    { name: '512', px: 512, inset: 0.06, ground: 'transparent' },
    { name: '512-maskable', px: 512, inset: 0.2, ground: '#fffcf3' },
    { name: 'apple-180', px: 180, inset: 0.14, ground: '#fffcf3' },
  ]
  for (const { name, px, inset, ground } of sizes) {
    const page = await browser.newPage({ viewport: { width: px, height: px } })
    const edge = Math.round(px * inset)
    await page.setContent(
      `<style>html,body{margin:0;background:${ground}}svg{position:absolute;inset:${edge}px;width:${px - 2 * edge}px;height:${px - 2 * edge}px}</style>${icon}`,
    )
    const png = await page.screenshot({ type: 'png', omitBackground: true })
    await writeFile(join(ICONS, `${name}.png`), png)
    await page.close()
  }
}

async function isOlder(slug: string): Promise<boolean> {
  const made = join(PICTURES, `${slug}-${isBanner(slug) ? 1080 : 800}.webp`)
  const [source, picture] = await Promise.all([
    stat(join(SOURCE, `${slug}.svg`)),
    stat(made).catch(() => null),
  ])
  return picture === null || picture.mtimeMs < source.mtimeMs
}

const named = process.argv.slice(2)
await Promise.all([OPEN_GRAPH, ICONS].map((folder) => mkdir(folder, { recursive: true })))
const drawings = (await readdir(SOURCE)).map((file) => basename(file, '.svg'))
const browser = await chromium.launch({ ...(await findBrowser()), args: browserFlags })
for (const slug of drawings.sort()) {
  if (named.length > 0 ? !named.includes(slug) : !(await isOlder(slug))) continue
  await renderPicture(browser, slug)
  console.log(slug)
}
await renderIcons(browser)
await browser.close()
