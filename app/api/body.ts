/**
 * The body as bytes, or null as soon as it is larger than `most` bytes, and when it breaks off: then nobody is
 * there any more to hear an answer. Reads no further than that.
 */
async function readBytes(request: Request, most: number): Promise<Uint8Array | null> {
  if (Number(request.headers.get('content-length') ?? 0) > most) return null
  if (!request.body) return new Uint8Array()
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
  return bytes === null ? null : Buffer.from(bytes).toString('utf8')
}

/**
 * The text fields of a posted form, none for what is no form; files and repeats are dropped. Null as soon as it is
 * too large, and when it breaks off.
 */
export async function readFields(
  request: Request,
  most: number,
): Promise<Readonly<Record<string, string>> | null> {
  const bytes = await readBytes(request, most)
  if (bytes === null) return null
  const type = { 'Content-Type': request.headers.get('content-type') ?? '' }
  try {
    const form = await new Response(Buffer.from(bytes), { headers: type }).formData()
    const texts = [...form].filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    )
    // No keyboard types a NUL, and no database text can hold one.
    return Object.fromEntries(texts.map(([name, text]) => [name, text.replaceAll('\0', '')]))
  } catch {
    return {}
  }
}
