import { join } from 'node:path'
import sharp, { type OverlayOptions } from 'sharp'
import { escapeHtml } from '@/lib/email/escape-html'
import type { ScreenFormat, Width } from './screenshots'

/** One screen on a sheet; without a picture the reason why there is none. */
export type Cell = { readonly label: string; readonly png: Buffer | null; readonly note: string }

const PER_ROW: Readonly<Record<Width, number>> = { 390: 8, 1280: 4 }
const SHOWN: Readonly<Record<Width, number>> = { 390: 312, 1280: 640 }
const GAP = 24
const LABEL = 52

/** Writes the labelled pictures of one language and format, a few in a row, and answers with the file. */
export async function composeSheet(
  folder: string,
  language: string,
  { width, scheme }: ScreenFormat,
  cells: readonly Cell[],
): Promise<string> {
  const shown = SHOWN[width]
  const ready = await Promise.all(cells.map((cell) => scaled(cell, shown)))
  const parts: OverlayOptions[] = []
  let top = GAP
  for (let first = 0; first < ready.length; first += PER_ROW[width]) {
    const row = ready.slice(first, first + PER_ROW[width])
    row.forEach(({ label, image, note }, column) => {
      const left = GAP + column * (shown + GAP)
      parts.push({ input: labelled(label, note, shown, scheme), left, top })
      if (image) parts.push({ input: image.data, left, top: top + LABEL })
    })
    top += LABEL + Math.max(0, ...row.map(({ image }) => image?.info.height ?? 0)) + GAP
  }
  const file = join(folder, `${language}-${scheme}-${width}.png`)
  const background = scheme === 'light' ? '#d9d4c5' : '#45413a'
  const size = { width: GAP + Math.min(PER_ROW[width], cells.length) * (shown + GAP), height: top }
  await sharp({ create: { ...size, channels: 3, background }, limitInputPixels: false })
    .composite(parts)
    .png({ palette: true, effort: 3 })
    .toFile(file)
  return file
}

const scaled = async ({ label, png, note }: Cell, width: number) => ({
  label,
  note,
  image: png && (await sharp(png).resize({ width }).toBuffer({ resolveWithObject: true })),
})

function labelled(
  label: string,
  note: string,
  width: number,
  scheme: ScreenFormat['scheme'],
): Buffer {
  const ink = scheme === 'light' ? '#2b2111' : '#fbf3de'
  const line = (y: number, size: number, weight: number, text: string) =>
    `<text x="0" y="${y}" font-size="${size}" font-weight="${weight}">${escapeHtml(text)}</text>`
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${LABEL}" fill="${ink}" font-family="sans-serif">${line(20, 17, 700, label)}${line(40, 12, 400, note)}</svg>`,
  )
}
