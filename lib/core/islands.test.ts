import { expect, test } from 'vitest'
import { regionOf } from './delivery'

// As the carriers print it: told apart from the code, so that a row that is lost there is missed here.
const printed = [
  '22386–22388',
  '23004–23010',
  '23100–23116',
  '23124–23136',
  '31708–31708',
  '32133–32133',
  '33411–33411',
  '40200–40240',
  '46768–46771',
  '52570–52571',
  '53031–53033',
  '53089–53104',
  '54000–54000',
  '56347–56349',
  '57068–57069',
  '58760–58762',
  '58800–58810',
  '58816–58818',
  '58826–58826',
  '58832–58832',
  '58839–58841',
  '58843–58866',
  '58953–58958',
  '59102–59103',
  '59106–59106',
  '59127–59127',
  '59129–59129',
  '59137–59166',
  '59421–59421',
  '59531–59531',
  '59551–59551',
  '59563–59563',
  '59568–59568',
  '59650–59650',
  '59766–59766',
  '59781–59790',
]

test.each(printed)('a parcel to %s goes to an island, and its neighbours do not', (row) => {
  const [first, last] = row.split('–').map(Number)
  const at = (code = 0) => regionOf(String(code).padStart(5, '0'))
  expect([at(first), at(last)]).toEqual(['island', 'island'])
  const beside = [(first ?? 0) - 1, (last ?? 0) + 1].filter((code) => !isPrinted(code))
  for (const code of beside) expect(at(code)).toBe('mainland')
})

const isPrinted = (code: number) =>
  printed.some((row) => {
    const [first = 0, last = 0] = row.split('–').map(Number)
    return code >= first && code <= last
  })

test.each([' 63000', '63000 ', '063000', '63000.0', '+63000', '6.3e4', '0x9999'])(
  '%j is no postcode, though it is a number',
  (text) => expect(regionOf(text)).toBe('mainland'),
)
