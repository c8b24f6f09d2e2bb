/** The tables of a TrueType file by their tags. */
export type Tables = ReadonlyMap<string, Buffer>

export function readTables(file: Buffer): Tables {
  const count = file.readUInt16BE(4)
  const entries = Array.from({ length: count }, (_, index) => 12 + index * 16)
  return new Map(
    entries.map((at) => {
      const offset = file.readUInt32BE(at + 8)
      const table = file.subarray(offset, offset + file.readUInt32BE(at + 12))
      return [file.toString('latin1', at, at + 4), table]
    }),
  )
}

/** Without checksums, which nobody in the way of these files reads, and which subsetting writes anew. */
export function writeTables(tables: Tables): Buffer {
  const sorted = [...tables].sort(([a], [b]) => (a < b ? -1 : 1))
  const head = Buffer.alloc(12 + sorted.length * 16)
  head.writeUInt32BE(0x00010000, 0)
  head.writeUInt16BE(sorted.length, 4)
  let offset = head.length
  const bodies = sorted.map(([tag, table], index) => {
    const at = 12 + index * 16
    head.write(tag, at, 'latin1')
    head.writeUInt32BE(offset, at + 8)
    head.writeUInt32BE(table.length, at + 12)
    const body = padded(table)
    offset += body.length
    return body
  })
  return Buffer.concat([head, ...bodies])
}

export const padded = (table: Buffer) =>
  Buffer.concat([table, Buffer.alloc((4 - (table.length % 4)) % 4)])

export function tableOf(tables: Tables, tag: string): Buffer {
  const table = tables.get(tag)
  if (!table) throw new Error(`a typeface without its table ${tag}`)
  return table
}

/** Which glyph stands for which character. */
export function readCmap(tables: Tables): Map<number, number> {
  const cmap = tableOf(tables, 'cmap')
  const subtables = Array.from({ length: cmap.readUInt16BE(2) }, (_, index) =>
    cmap.subarray(cmap.readUInt32BE(8 + index * 8)),
  )
  const wide = subtables.find((subtable) => subtable.readUInt16BE(0) === 12)
  const narrow = subtables.find((subtable) => subtable.readUInt16BE(0) === 4)
  return new Map(wide ? wideCmap(wide) : narrow ? narrowCmap(narrow) : [])
}

function* wideCmap(table: Buffer): Generator<[number, number]> {
  for (let group = 0; group < table.readUInt32BE(12); group++) {
    const at = 16 + group * 12
    const first = table.readUInt32BE(at)
    for (let code = first; code <= table.readUInt32BE(at + 4); code++)
      yield [code, table.readUInt32BE(at + 8) + code - first]
  }
}

function* narrowCmap(table: Buffer): Generator<[number, number]> {
  const size = table.readUInt16BE(6)
  for (let segment = 0; segment < size; segment += 2) {
    const last = table.readUInt16BE(14 + segment)
    const first = table.readUInt16BE(16 + size + segment)
    const delta = table.readUInt16BE(16 + 2 * size + segment)
    const rangeAt = 16 + 3 * size + segment
    const range = table.readUInt16BE(rangeAt)
    for (let code = first; code <= last && code < 0xffff; code++) {
      const found = range === 0 ? code : table.readUInt16BE(rangeAt + range + (code - first) * 2)
      if (found !== 0) yield [code, (found + delta) & 0xffff]
    }
  }
}
