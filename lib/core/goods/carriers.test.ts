import { describe, expect, test } from 'vitest'
import { readTracking, trackingPage } from './carriers'

describe('a tracking number is one that its carrier can have', () => {
  test.each([
    ['CJ', '1234-5678-90', 'CJ대한통운', '1234567890'],
    ['cj대한통운', '１２３４５６７８９０１２', 'CJ대한통운', '123456789012'],
    ['한진', '123456789012', '한진택배', '123456789012'],
    ['Lotte', '1234 5678 9012', '롯데택배', '123456789012'],
    ['우체국택배', '1234567890123', '우체국택배', '1234567890123'],
    ['\u200B로젠 ', '12345678901', '로젠택배', '12345678901'],
    ['My cousin', 'red car', 'My cousin', 'red car'],
  ])('%s %s', (carrier, number, name, kept) => {
    expect(readTracking(carrier, number)).toEqual({ carrier: name, number: kept })
  })

  test.each([
    ['CJ', '123', '10 or 12'],
    ['CJ', '12345678901', '10 or 12'],
    ['한진', '1234567890123', '10 or 12'],
    ['롯데', '1234567890', '12'],
    ['우체국', '123456789012', '13'],
    ['로젠', '1234567890', '11'],
    ['로젠', '1234567890A', '11'],
    ['로젠', 'A1234567890', '11'],
  ])('%s has no number %s', (carrier, number, digits) => {
    expect(readTracking(carrier, number)).toMatchObject({ digits })
  })

  test('nobody carries it, or it has no number', () => {
    expect(readTracking(' \u200B', '1')).toBe('no_carrier')
    expect(readTracking('CJ', ' ')).toBe('no_number')
  })
})

test('a parcel is followed where its carrier shows it, and of others nothing is invented', () => {
  const pages = ['CJ', '한진', '롯데', '우체국', '로젠'].map((carrier) =>
    trackingPage({ carrier, number: '123456789012' }),
  )
  expect(pages.map((page) => page && new URL(page).host)).toEqual([
    'trace.cjlogistics.com',
    'www.hanjin.com',
    'www.lotteglogis.com',
    'service.epost.go.kr',
    'www.ilogen.com',
  ])
  for (const page of pages) expect(page).toContain('123456789012')
  expect(trackingPage({ carrier: 'My cousin', number: 'javascript:alert(1)' })).toBeNull()
})
