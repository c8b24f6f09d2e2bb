import { expect, test } from 'vitest'
import { declineReasonOf } from './refusals'

// Adyen's table of refusal reasons, and what answers of another kind have carried.
const refusalCodes = [...Array.from({ length: 47 }, (_, code) => String(code)), '50']
const errorCodes = ['000', '010', '100', '130', '137', '158', '702', '703', '803', '905', '14_018']

test.each([
  ['amount', ['7', '28', '137']],
  ['no_answer', ['4', '9']],
])('of all codes of Adyen, these and no others mean "%s"', (reason, expected) => {
  const codes = [...refusalCodes, ...errorCodes]
  expect(codes.filter((code) => declineReasonOf(code) === reason)).toEqual(expected)
})

test.each(['2', '20', '22', '31', '46', '905', '9999', 'a new one', '', null])(
  'a suspicion, a wrong setting, a code that nobody knows: %j reads like any refusal',
  (code) => expect(declineReasonOf(code)).toBe('refused'),
)
