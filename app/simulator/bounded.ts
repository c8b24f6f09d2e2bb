import { readBody } from '@/app/api/body'

const MOST_BYTES = 2_000_000

/** The same request with its body read, or null as soon as that is larger than 2 MB: the simulator reads it to its end. */
export async function bounded(request: Request): Promise<Request | null> {
  if (request.body === null) return request
  const body = await readBody(request, MOST_BYTES)
  const { url, method, headers, signal } = request
  return body === null ? null : new Request(url, { method, headers, signal, body })
}
