/**
 * The body as bytes, or null as soon as it is larger than `most` bytes, and when it breaks off: then nobody is
 * there any more to hear an answer. Reads no further than that.
 */
export async function readBytes(request: Request, most: number): Promise<Uint8Array | null> {
  if (Number(request.headers.get('content-length') ?? 0) > most) return null
  if (!request.body) return new Uint8Array()
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
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
