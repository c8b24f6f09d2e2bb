import { z } from 'zod'
import { parseJson } from '@/lib/core/json'

type KnockAnswer = { readonly status: number; readonly headers: Headers; readonly body: string }
/** What came back, or why nothing did. */
export type Answered = KnockAnswer | { readonly why: string; readonly isCertificate: boolean }

const PATIENCE_MS = 15_000

/** Asks as somebody who comes from outside, who follows no redirect. */
export async function knock(url: string, init: RequestInit = {}): Promise<Answered> {
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS)
    const response = await fetch(url, { redirect: 'manual', signal, ...init })
    const { status, headers } = response
    return { status, headers, body: await response.text() }
  } catch (error) {
    const why = codeOf(error)
    return { why, isCertificate: /CERT|SELF_SIGNED|ALTNAME|ISSUER|^ERR_TLS/.test(why) }
  }
}

/** Node's fetch hides what went wrong in a cause. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (error.cause instanceof Error) return codeOf(error.cause)
  return 'code' in error && typeof error.code === 'string' ? error.code : error.message
}

const health = z.object({ status: z.enum(['ok', 'failing']), migrations: z.string() })

/** Whether a shop of ours answers, and can take a payment; null: something else does. */
export const healthIn = ({ body }: Pick<KnockAnswer, 'body'>): 'ok' | 'failing' | null =>
  health.safeParse(parseJson(body)).data?.status ?? null

/** Whether a shop answers at this address. */
export async function isShopAt(baseUrl: string): Promise<boolean> {
  const answered = await knock(`${baseUrl}/api/health`)
  return 'body' in answered && healthIn(answered) !== null
}
