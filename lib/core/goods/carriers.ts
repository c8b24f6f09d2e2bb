import { folded, foldedNumber } from '../typed/text'

/* Who carries parcels, which numbers theirs have, and where a shopper follows one. */

type Carrier = {
  readonly name: string
  readonly called: readonly string[]
  readonly digits: readonly number[]
  readonly page: (number: string) => string
}

const carriers: readonly Carrier[] = [
  {
    name: 'CJ대한통운',
    called: ['cj', 'cj logistics', 'cj택배', '대한통운'],
    digits: [10, 12],
    page: (number) => `https://trace.cjlogistics.com/next/tracking.html?wblNo=${number}`,
  },
  {
    name: '한진택배',
    called: ['한진', 'hanjin'],
    digits: [10, 12],
    page: (number) =>
      `https://www.hanjin.com/kor/CMS/DeliveryMgr/WaybillResult.do?mCode=MN038&schLang=KR&wblnumText2=${number}`,
  },
  {
    name: '롯데택배',
    called: ['롯데', 'lotte'],
    digits: [12],
    page: (number) =>
      `https://www.lotteglogis.com/home/reservation/tracking/linkView?InvNo=${number}`,
  },
  {
    name: '우체국택배',
    called: ['우체국', 'epost', 'korea post'],
    digits: [13],
    page: (number) =>
      `https://service.epost.go.kr/trace.RetrieveDomRigiTraceList.comm?sid1=${number}`,
  },
  {
    name: '로젠택배',
    called: ['로젠', 'logen', 'ilogen'],
    digits: [11],
    page: (number) => `https://www.ilogen.com/web/personal/trace/${number}`,
  },
]

const find = (typed: string): Carrier | undefined => {
  const name = folded(typed).toLowerCase()
  return carriers.find((each) => each.name.toLowerCase() === name || each.called.includes(name))
}

export type Tracking = { readonly carrier: string; readonly number: string }

/** Carrier and number as they are kept; else what is wrong. Another carrier's number is taken as it is. */
export function readTracking(
  typedCarrier: string,
  typedNumber: string,
): Tracking | 'no_carrier' | 'no_number' | { readonly carrier: string; readonly digits: string } {
  const carrier = folded(typedCarrier)
  if (carrier === '') return 'no_carrier'
  const text = foldedNumber(typedNumber)
  if (text === '') return 'no_number'
  const known = find(typedCarrier)
  if (!known) return { carrier, number: text }
  const number = text.replace(/[- ]/g, '')
  const isOne = /^\d+$/.test(number) && known.digits.includes(number.length)
  return isOne
    ? { carrier: known.name, number }
    : { carrier: known.name, digits: known.digits.join(' or ') }
}

/** Where a parcel is followed; null for a carrier that has no page that we know of. */
export const trackingPage = ({ carrier, number }: Tracking): string | null =>
  find(carrier)?.page(encodeURIComponent(number)) ?? null
