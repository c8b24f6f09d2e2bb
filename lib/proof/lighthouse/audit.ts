import lighthouse, { type Flags, type Result } from 'lighthouse'

export type Audited = {
  readonly accessibility: number
  readonly bestPractices: number
  readonly seo: number
  /** The median of all runs. */
  readonly performance: number
  /** The worst of all runs. */
  readonly cls: number
  /** What keeps the page from 100 where it has to have it, in Lighthouse's words. */
  readonly failed: readonly string[]
}

type Question = {
  readonly url: string
  /** Where the browser listens. */
  readonly port: number
  readonly cookie: string
  readonly indexed: boolean
}

// One run says little about speed on a machine that does other things too.
const RUNS = 3
const PERFECT = ['accessibility', 'best-practices', 'seo'] as const

/** Looks at one page as a phone with an empty cache, several times. */
export async function audit(question: Question): Promise<Audited> {
  const results: Result[] = []
  for (let run = 0; run < RUNS; run++) results.push(await look(question))
  const all = (category: string) => results.map((result) => scoreOf(result, category))
  return {
    accessibility: Math.min(...all('accessibility')),
    bestPractices: Math.min(...all('best-practices')),
    seo: Math.min(...all('seo')),
    performance: median(all('performance')),
    cls: Math.max(...results.map(clsOf)),
    failed: [...new Set(results.flatMap((result) => failuresOf(result, question.indexed)))],
  }
}

async function look({ url, port, cookie, indexed }: Question): Promise<Result> {
  const flags: Flags = {
    port,
    output: 'json',
    logLevel: 'error',
    extraHeaders: { Cookie: cookie },
    onlyCategories: [...PERFECT, 'performance'],
    skipAudits: indexed ? [] : ['is-crawlable'],
  }
  const answer = await lighthouse(url, flags)
  if (!answer) throw new Error(`Lighthouse had nothing to say about ${url}.`)
  const { runtimeError } = answer.lhr
  if (runtimeError) throw new Error(`${url}: ${runtimeError.message}`)
  return answer.lhr
}

const scoreOf = ({ categories }: Result, category: string) =>
  Math.round((categories[category]?.score ?? 0) * 100)

const clsOf = ({ audits }: Result) => audits['cumulative-layout-shift']?.numericValue ?? 0

const median = (figures: readonly number[]) =>
  [...figures].sort((a, b) => a - b)[Math.floor(figures.length / 2)] ?? 0

// What search engines are not offered need not please them.
const failuresOf = (result: Result, indexed: boolean): string[] =>
  PERFECT.filter(
    (category) => scoreOf(result, category) < 100 && (indexed || category !== 'seo'),
  ).flatMap((category) =>
    (result.categories[category]?.auditRefs ?? [])
      .filter(({ id, weight }) => weight > 0 && result.audits[id]?.score === 0)
      .map(({ id }) => `${category}: ${id}, ${result.audits[id]?.title}`),
  )
