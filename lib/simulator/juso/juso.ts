import { jsonResponse, notFound } from '@/lib/simulator/answer'
import { failAfter, failBefore, takeFault } from '@/lib/simulator/api/faults'
import type { SimulatorConfig } from '@/lib/simulator/config'
import { type JusoCode, jusoMessages, wrongWith } from '@/lib/simulator/juso/juso-errors'
import { type Place, publicPlaces } from '@/lib/simulator/juso/public-places'
import { sameSecret } from '@/lib/simulator/references'
import { isStorable } from '@/lib/simulator/storable'
import { readSwitches } from '@/lib/simulator/switches'

const PATH = '/juso/addrlink/addrLinkApi.do'
/** The service shows nothing beyond it. */
const MOST_SHOWN = 9_000
/** A word of which the real register has more than it shows; ours has too few places for that. */
const IN_EVERY_TOWN = /^(?:아파트|apartment)$/i

/** The government's address search in miniature: real places that anybody may visit, and all of its errors. */
export async function answerJuso(
  config: SimulatorConfig,
  request: Request,
  path: string,
): Promise<Response> {
  if (path !== PATH || !['GET', 'POST'].includes(request.method)) return jsonResponse(notFound)
  const query = new URL(request.url).searchParams
  const asked = request.method === 'GET' ? query : new URLSearchParams(await request.text())
  const keyword = (asked.get('keyword') ?? '').trim()
  if (!isStorable(keyword)) return said('E0012', asked)
  const fault = await takeFault(config.pool, 'addresses', [keyword])
  const failed = fault && (await failBefore(fault, request.signal))
  if (failed) return jsonResponse(failed)

  const { addressSearch } = await readSwitches(config.pool, keyword)
  const key = asked.get('confmKey') ?? ''
  const answer =
    addressSearch !== 'answers'
      ? said(addressSearch, asked)
      : sameSecret(key, config.apiKey)
        ? found(keyword, asked)
        : said('E0001', asked)
  if (!fault) return answer
  return failAfter(fault, { status: 200, body: await answer.json() }, request.signal)
}

function found(keyword: string, asked: URLSearchParams): Response {
  const wrong = wrongWith(keyword)
  if (wrong) return said(wrong, asked)
  const page = whole(asked.get('currentPage'), 1)
  const perPage = Math.min(100, whole(asked.get('countPerPage'), 10))
  if (IN_EVERY_TOWN.test(keyword) || page * perPage > MOST_SHOWN) return said('E0015', asked)
  const words = keyword.toLowerCase().split(/[\s,]+/)
  const all = publicPlaces.filter((place) => {
    const text = Object.values(place).join(' ').toLowerCase()
    return words.every((word) => text.includes(word))
  })
  return said('0', asked, all, all.slice((page - 1) * perPage, page * perPage))
}

const whole = (text: string | null, usual: number) =>
  /^[1-9]\d{0,5}$/.test(text ?? '') ? Number(text) : usual

/** Numbers are texts, and there are no addresses at all where something is wrong. */
function said(
  errorCode: JusoCode,
  asked: URLSearchParams,
  all: readonly Place[] = [],
  shown: readonly Place[] | null = null,
): Response {
  const common = {
    errorMessage: jusoMessages[errorCode],
    countPerPage: asked.get('countPerPage') ?? '10',
    totalCount: String(all.length),
    errorCode,
    currentPage: asked.get('currentPage') ?? '1',
  }
  return jsonResponse({
    status: 200,
    body: { results: { common, juso: shown?.map(asTold) ?? null } },
  })
}

function asTold(place: Place) {
  const { roadAddrPart1, roadAddrPart2 } = place
  const [siNm = '', sggNm = ''] = roadAddrPart1.split(' ')
  return {
    ...place,
    roadAddr: roadAddrPart1 + roadAddrPart2,
    siNm,
    sggNm,
    emdNm: roadAddrPart2.replace(/[ ()]/g, ''),
    detBdNmList: '',
  }
}
