import { describe, expect, test } from 'vitest'
import { appNamedIn, inAppOf, type WayOut, wayOutTo } from './in-app'

const android = (more: string, wv = '; wv') =>
  `Mozilla/5.0 (Linux; Android 14; SM-S918N Build/UP1A.231005.007${wv}) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/131.0.6778.81 Mobile Safari/537.36${more}`
const iphone = (more: string) =>
  `Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148${more}`

test.each<[app: string, onAndroid: string, onIos: string, WayOut?, WayOut?]>([
  ['KakaoTalk', ';KAKAOTALK 2410850', ' KAKAOTALK 10.9.5', 'kakaotalk', 'kakaotalk'],
  ['NAVER', ' NAVER(inapp; search; 1090; 12.8.3)', ' NAVER(inapp; search; 1090; 12.8.3; 15PRO)'],
  ['LINE', ' Line/14.19.1/IAB', ' Safari Line/14.19.1', 'line', 'line'],
  ['Instagram', ' Instagram 357.0.0.38.104 Android', ' Instagram 357.0.0.38', 'intent', 'safari'],
  ['Threads', ' Barcelona 357.0.0.38.104 Android', ' Barcelona 357.0.0.38', 'intent', 'safari'],
  [
    'Facebook',
    ' [FB_IAB/FB4A;FBAV/491.0.0.62.79;]',
    ' [FBAN/FBIOS;FBAV/491.0.0]',
    'intent',
    'safari',
  ],
  ['Facebook', ' [FB_IAB/Orca-Android;FBAV/485.0;]', ' [FBAN/MessengerForiOS]', 'intent', 'safari'],
  ['Daum', ' DaumApps/8.4.1 DaumDevice/mobile', ' DaumApps/8.4.1'],
  ['KakaoStory', ' KAKAOSTORY/6.9.1', ' KAKAOSTORY/6.9.1'],
  ['BAND', ' BAND/20.1.0 (android 14; KR;)', ' BAND/20.1.0'],
  ['Everytime', ' everytimeApp', ' everytimeApp'],
  ['TikTok', ' trill_380104 BytedanceWebview/d8a21c6', ' musical_ly_38.1.0'],
])(
  '%s is known on both kinds of phones, with its way out',
  (app, said, onIos, out = 'intent', iosOut = 'menu') => {
    const hasWallet = app === 'KakaoTalk'
    expect(inAppOf(android(said))).toEqual({ app, wayOut: out, hasWallet })
    expect(inAppOf(iphone(onIos))).toEqual({ app, wayOut: iosOut, hasWallet })
    expect(appNamedIn(android(said))).toBe(app)
  },
)

test('whatever else shows pages inside of itself is known by that', () => {
  expect(inAppOf(android(''))).toMatchObject({ app: null, wayOut: 'intent' })
  expect(inAppOf(iphone(''))).toMatchObject({ app: null, wayOut: 'menu' })
})

test('an iPad that calls itself a Mac is an iPad in an app', () => {
  const ipad =
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Instagram 357.0'
  expect(inAppOf(ipad)).toMatchObject({ app: 'Instagram', wayOut: 'safari' })
})

test.each([
  ['Chrome', android('', '')],
  ['Samsung Internet', android(' SamsungBrowser/27.0', '')],
  ['Safari', iphone(' Version/18.1 Safari/604.1')],
  ['Chrome on an iPhone', iphone(' CriOS/131.0.6778.73 Safari/604.1')],
  ['Whale', android(' Whale/3.8.1', '')],
  ['the search engine of an app’s maker', android(' Yeti/1.1; +https://naver.me/spd', '')],
  [
    'a desk',
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/131.0 Safari/537.36',
  ],
  ['a desk that says it is an app', 'Mozilla/5.0 (Windows NT 10.0) KAKAOTALK 4.1'],
  ['a Mac', 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15'],
  ['a word that only ends like a name', android(' HUSBAND/1.0 Trillian/6 Underline/2', '')],
  ['a robot', 'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)'],
  ['nonsense', '(((; wv)'],
  ['nothing', ''],
  ['nobody', null],
])('%s is a browser', (_, said) => expect(inAppOf(said)).toBeNull())

describe('the way out', () => {
  const address = 'https://norang.example/ko/checkout/go-on?link=4f7k'

  test('of KakaoTalk and of LINE is their own', () => {
    expect(wayOutTo('kakaotalk', address)).toBe(
      'kakaotalk://web/openExternal?url=https%3A%2F%2Fnorang.example%2Fko%2Fcheckout%2Fgo-on%3Flink%3D4f7k',
    )
    expect(wayOutTo('line', address)).toBe(`${address}&openExternalBrowser=1`)
    expect(wayOutTo('line', 'https://norang.example/ko')).toBe(
      'https://norang.example/ko?openExternalBrowser=1',
    )
  })

  test('on Android falls back to the address where there is no Chrome', () => {
    expect(wayOutTo('intent', address)).toBe(
      'intent://norang.example/ko/checkout/go-on?link=4f7k#Intent;scheme=https;package=com.android.chrome;S.browser_fallback_url=https%3A%2F%2Fnorang.example%2Fko%2Fcheckout%2Fgo-on%3Flink%3D4f7k;end',
    )
    expect(wayOutTo('intent', 'http://localhost:3000/ko')).toContain('scheme=http;')
  })

  test('on an iPhone asks for Safari, or is in the menu', () => {
    expect(wayOutTo('safari', address)).toBe(`x-safari-${address}`)
    expect(wayOutTo('menu', address)).toBeNull()
  })
})
