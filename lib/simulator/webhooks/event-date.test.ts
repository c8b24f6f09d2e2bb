import { expect, test } from 'vitest'
import { eventDate } from '@/lib/simulator/webhooks/event-date'

test.each([
  ['2026-11-23T12:00:00Z', '2026-11-23T13:00:00+01:00'],
  ['2027-07-01T12:00:00Z', '2027-07-01T14:00:00+02:00'],
  ['2027-03-28T00:59:59Z', '2027-03-28T01:59:59+01:00'],
  ['2027-03-28T01:00:00Z', '2027-03-28T03:00:00+02:00'],
  ['2026-12-31T23:30:00Z', '2027-01-01T00:30:00+01:00'],
])('what happens at %s is dated %s, as a clock in Amsterdam shows it', (happened, dated) => {
  expect(eventDate(Date.parse(happened))).toBe(dated)
  expect(Date.parse(dated)).toBe(Date.parse(happened))
})
