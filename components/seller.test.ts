import { expect, test } from 'vitest'
import { type Business, registerEntry, told } from './seller'

const unset: Business = {
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
  expect(told(set, 'name', true, example)).toEqual({ text: '노랑', example: false })
  expect(told(set, 'name', false, example)).toEqual({ text: '노랑', example: false })
})

test('the demonstration shows an example of what is not set, a shop with money shows nothing', () => {
  expect(told(unset, 'phone', true, example)).toEqual({ text: 'example of phone', example: true })
  expect(told(unset, 'phone', false, example)).toBeNull()
})

test('a registration number leads to its entry, anything else leads nowhere', () => {
  expect(registerEntry({ ...unset, registration: '123-45-67890' })).toMatch(/wrkr_no=1234567890$/)
  expect(registerEntry({ ...unset, registration: 'in progress' })).toBeNull()
  expect(registerEntry(unset)).toBeNull()
})
