import { z } from 'zod'

/** What a deployment on Vercel keeps beside its functions: data and pages, each until one of its tags is forgotten. */
export function openKeeper() {
  const data = new Map<string, { value: unknown; tags: readonly string[]; at: number }>()
  const pages = new Map<string, KeptPage>()
  const forgotten = new Map<string, number>()
  const isOld = (tags: readonly string[], at: number) =>
    tags.some((tag) => (forgotten.get(tag) ?? 0) >= at)

  return {
    /** Answers what a function asks. */
    answer(what: string, asked: unknown): unknown {
      const { key, value, tags } = question.parse(asked)
      if (what === 'forget') for (const tag of tags) forgotten.set(tag, performance.now())
      if (what === 'set') data.set(key, { value, tags, at: performance.now() })
      if (what !== 'get') return {}
      const found = data.get(key)
      if (!found || isOld([...found.tags, ...tags], found.at)) return null
      return { value: found.value, lastModified: Date.now() }
    },
    page(key: string): KeptPage | null {
      const found = pages.get(key)
      if (!found || isOld(found.tags, found.at) || found.until < performance.now()) return null
      return found
    },
    /** Keeps the answer of a function, if it says that it may be; `at`: when it was asked for. */
    async keep(key: string, response: Response, at: number): Promise<void> {
      const seconds = Number(
        /s-maxage=(\d+)/.exec(response.headers.get('cache-control') ?? '')?.[1],
      )
      if (![200, 404].includes(response.status) || !(seconds > 0)) return
      const tags = (response.headers.get('x-next-cache-tags') ?? '').split(',')
      const { status, headers } = response
      const body = Buffer.from(await response.clone().arrayBuffer())
      pages.set(key, { status, headers, body, tags, at, until: at + seconds * 1000 })
    },
  }
}

export type Keeper = ReturnType<typeof openKeeper>

type KeptPage = {
  readonly status: number
  readonly headers: Headers
  readonly body: Buffer<ArrayBuffer>
  readonly tags: readonly string[]
  readonly at: number
  readonly until: number
}

const question = z.object({
  key: z.string().default(''),
  value: z.unknown().optional(),
  tags: z.array(z.string()).default([]),
})
