import { padded, readCmap, readTables, type Tables, tableOf, writeTables } from './tables'

type Glyph = { readonly outline: Buffer; readonly metrics: Buffer }

/**
 * One typeface out of several with the same measures, each with other characters. Hahmlet is
 * published in slices only, and a heading set from ten files would wait for the last of them.
 */
export function join(files: readonly Buffer[]): Buffer {
  const parts = files.map(readTables)
  const [model] = parts
  if (!model) throw new Error('nothing to join')
  const glyphs: Glyph[] = []
  const characters = new Map<number, number>()
  for (const part of parts) {
    const first = glyphs.length
    for (const [code, glyph] of readCmap(part)) characters.set(code, first + glyph)
    glyphs.push(...glyphsOf(part, first))
  }
  return writeTables(
    new Map([
      ...['OS/2', 'name', 'post'].map((tag) => [tag, tableOf(model, tag)] as const),
      ['head', changed(tableOf(model, 'head'), (head) => head.writeInt16BE(1, 50))],
      ['hhea', changed(tableOf(model, 'hhea'), (hhea) => hhea.writeUInt16BE(glyphs.length, 34))],
      ['maxp', changed(largest(parts), (maxp) => maxp.writeUInt16BE(glyphs.length, 4))],
      ['cmap', cmapOf(characters)],
      ['glyf', Buffer.concat(glyphs.map(({ outline }) => outline))],
      ['loca', locaOf(glyphs)],
      ['hmtx', Buffer.concat(glyphs.map(({ metrics }) => metrics))],
    ]),
  )
}

function changed(table: Buffer, change: (copy: Buffer) => void): Buffer {
  const copy = Buffer.from(table)
  change(copy)
  return copy
}

/** The limits that hold for every part. */
const largest = (parts: readonly Tables[]) =>
  changed(Buffer.alloc(32), (maxp) => {
    for (let at = 0; at < 32; at += 2)
      maxp.writeUInt16BE(
        Math.max(...parts.map((part) => tableOf(part, 'maxp').readUInt16BE(at))),
        at,
      )
  })

function glyphsOf(part: Tables, first: number): Glyph[] {
  const [glyf, loca, hmtx] = [tableOf(part, 'glyf'), tableOf(part, 'loca'), tableOf(part, 'hmtx')]
  const isLong = tableOf(part, 'head').readInt16BE(50) === 1
  const place = (glyph: number) =>
    isLong ? loca.readUInt32BE(glyph * 4) : loca.readUInt16BE(glyph * 2) * 2
  const advances = tableOf(part, 'hhea').readUInt16BE(34)
  return Array.from({ length: tableOf(part, 'maxp').readUInt16BE(4) }, (_, glyph) => {
    const outline = padded(Buffer.from(glyf.subarray(place(glyph), place(glyph + 1))))
    moveComponents(outline, first)
    const advance = hmtx.readUInt16BE(Math.min(glyph, advances - 1) * 4)
    const bearing =
      glyph < advances
        ? hmtx.readInt16BE(glyph * 4 + 2)
        : hmtx.readInt16BE(advances * 4 + (glyph - advances) * 2)
    const metrics = Buffer.alloc(4)
    metrics.writeUInt16BE(advance, 0)
    metrics.writeInt16BE(bearing, 2)
    return { outline, metrics }
  })
}

/** A glyph made of others calls them by their numbers, which have moved. */
function moveComponents(outline: Buffer, by: number): void {
  if (outline.length === 0 || outline.readInt16BE(0) >= 0) return
  const [words, scale, more, scaleBoth, matrix] = [0x0001, 0x0008, 0x0020, 0x0040, 0x0080]
  let at = 10
  let flags = more
  while (flags & more) {
    flags = outline.readUInt16BE(at)
    outline.writeUInt16BE(outline.readUInt16BE(at + 2) + by, at + 2)
    at += 4 + (flags & words ? 4 : 2)
    at += flags & scale ? 2 : flags & scaleBoth ? 4 : flags & matrix ? 8 : 0
  }
}

function locaOf(glyphs: readonly Glyph[]): Buffer {
  const loca = Buffer.alloc((glyphs.length + 1) * 4)
  let end = 0
  glyphs.forEach(({ outline }, glyph) => {
    end += outline.length
    loca.writeUInt32BE(end, (glyph + 1) * 4)
  })
  return loca
}

function cmapOf(characters: ReadonlyMap<number, number>): Buffer {
  const sorted = [...characters].sort(([a], [b]) => a - b)
  const cmap = Buffer.alloc(28 + sorted.length * 12)
  cmap.writeUInt16BE(1, 2)
  cmap.writeUInt16BE(3, 4)
  cmap.writeUInt16BE(10, 6)
  cmap.writeUInt32BE(12, 8)
  cmap.writeUInt16BE(12, 12)
  cmap.writeUInt32BE(16 + sorted.length * 12, 16)
  cmap.writeUInt32BE(sorted.length, 24)
  sorted.forEach(([code, glyph], index) => {
    cmap.writeUInt32BE(code, 28 + index * 12)
    cmap.writeUInt32BE(code, 32 + index * 12)
    cmap.writeUInt32BE(glyph, 36 + index * 12)
  })
  return cmap
}
