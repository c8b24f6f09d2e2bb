import { expect, test } from 'vitest'
import { registerEntry, type SellerFacts, sellerFact } from './seller'

const unset: SellerFacts = {
  name: '',
  representative: '',
  registration: '',
  mailOrder: '',
  address: '',
  phone: '',
  email: '',
}
const example = (detail: string) => `example of ${detail}`

test('what is set is told as it is', () => {
  const set = { ...unset, name: '노랑' }
  expect(sellerFact(set, 'name', true, example)).toEqual({ text: '노랑', example: false })
  expect(sellerFact(set, 'name', false, example)).toEqual({ text: '노랑', example: false })
})

test('the demonstration shows an example of what is not set, a shop with money shows nothing', () => {
  expect(sellerFact(unset, 'phone', true, example)).toEqual({
    text: 'example of phone',
    example: true,
  })
  expect(sellerFact(unset, 'phone', false, example)).toBeNull()
})

test('a registration number leads to its entry, anything else leads nowhere', () => {
  expect(registerEntry({ ...unset, registration: '123-45-67890' })).toMatch(/wrkr_no=1234567890$/)
  expect(registerEntry({ ...unset, registration: 'in progress' })).toBeNull()
  expect(registerEntry(unset)).toBeNull()
})
