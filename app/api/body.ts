/**
 * The body as bytes, or null as soon as it is larger than `most` bytes, and when it breaks off: then nobody is
 * there any more to hear an answer. Reads no further than that.
 */
async function readBytes(request: Request, most: number): Promise<Buffer<ArrayBuffer> | null> {
  if (Number(request.headers.get('content-length') ?? 0) > most) return null
  if (!request.body) return Buffer.alloc(0)
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for await (const chunk of request.body) {
      size += chunk.byteLength
      if (size > most) return null
      chunks.push(chunk)
    }
  } catch {
    return null
  }
  return Buffer.concat(chunks)
}

/** The same as text. */
export async function readBody(request: Request, most: number): Promise<string | null> {
  const bytes = await readBytes(request, most)
  return bytes === null ? null : bytes.toString('utf8')
}

type Most = { readonly bytes: number; readonly parts: number }

/**
 * The text fields of a posted form, none for what is no form; files and repeats are dropped. Null as soon as it is
 * too large, has more fields than it may, and when it breaks off.
 */
export async function readFields(
  request: Request,
  most: Most,
): Promise<Readonly<Record<string, string>> | null> {
  const bytes = await readBytes(request, most.bytes)
  if (bytes === null || hasMoreParts(bytes, most.parts)) return null
  const type = { 'Content-Type': request.headers.get('content-type') ?? '' }
  try {
    const form = await new Response(bytes, { headers: type }).formData()
    const texts = [...form].filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    )
    return withoutNul(texts)
  } catch {
    return {}
  }
}

/** No keyboard types a NUL, and no database text can hold one. */
export const withoutNul = (texts: readonly (readonly [string, string])[]) =>
  Object.fromEntries(texts.map(([name, text]) => [name, text.replaceAll('\0', '')]))

/** Counted without parsing, in both ways to write a form at once: what it says that it is decides nothing. */
function hasMoreParts(bytes: Buffer, most: number): boolean {
  let found = 1
  for (const between of ['&', '\r\n--'])
    for (let at = bytes.indexOf(between); at !== -1; at = bytes.indexOf(between, at + 1))
      if (++found > most) return true
  return false
}
