type System = 'android' | 'ios'

/**
 * How somebody gets from an app's own browser into the one of their phone. `menu`: the app has no link for it, only an
 * entry in its menu.
 */
export type WayOut = 'kakaotalk' | 'line' | 'intent' | 'safari' | 'menu'

/** An app that shows pages in a browser of its own, or any other that does. */
export type InApp = {
  readonly app: string | null
  readonly wayOut: WayOut
  /** KakaoPay is in the same app: there is no better place to pay. */
  readonly hasWallet: boolean
}

/** By what each says of itself: the app, and its ways out on Android and on an iPhone. */
const apps = [
  [/KAKAOTALK/i, 'KakaoTalk', 'kakaotalk', 'kakaotalk'],
  [/KAKAOSTORY/i, 'KakaoStory', 'intent', 'menu'],
  [/NAVER\(inapp;/, 'NAVER', 'intent', 'menu'],
  [/\bLine\//, 'LINE', 'line', 'line'],
  [/\bInstagram\b/, 'Instagram', 'intent', 'safari'],
  [/\bBarcelona\b/, 'Threads', 'intent', 'safari'],
  [/FBAN|FBAV|FB_IAB/, 'Facebook', 'intent', 'safari'],
  [/\bDaumApps\b/, 'Daum', 'intent', 'menu'],
  [/\bBAND\//, 'BAND', 'intent', 'menu'],
  [/everytimeApp/i, 'Everytime', 'intent', 'menu'],
  [/BytedanceWebview|musical_ly|\btrill(?![a-z])/i, 'TikTok', 'intent', 'menu'],
] as const satisfies readonly (readonly [RegExp, string, WayOut, WayOut])[]

/** The name of the app that a browser says it is part of; null for a browser. */
export const appNamedIn = (userAgent: string): string | null =>
  apps.find(([sign]) => sign.test(userAgent))?.[1] ?? null

/** Null for a browser, and for whatever is not known: nobody is advised to leave what may be their own. */
export function inAppOf(userAgent: string | null): InApp | null {
  const said = userAgent ?? ''
  const system = systemOf(said)
  if (system === null) return null
  const known = apps.find(([sign]) => sign.test(said))
  if (known) {
    const [, app, android, ios] = known
    return { app, wayOut: system === 'android' ? android : ios, hasWallet: app === 'KakaoTalk' }
  }
  if (!isWebView(said, system)) return null
  return { app: null, wayOut: system === 'android' ? 'intent' : 'menu', hasWallet: false }
}

/** An iPad says that it is a Mac. */
function systemOf(said: string): System | null {
  if (/Android/.test(said)) return 'android'
  return /iPhone|iPad|iPod|Macintosh/.test(said) ? 'ios' : null
}

const isWebView = (said: string, system: System): boolean =>
  system === 'android'
    ? /; wv\)/.test(said)
    : /iPhone|iPad|iPod/.test(said) && /AppleWebKit/.test(said) && !/Safari\//.test(said)

/** Where a button leads that opens an address of ours in the phone's own browser; null where only the menu does. */
export function wayOutTo(wayOut: WayOut, address: string): string | null {
  const encoded = encodeURIComponent(address)
  const [scheme = '', rest = ''] = address.split('://')
  switch (wayOut) {
    case 'kakaotalk':
      return `kakaotalk://web/openExternal?url=${encoded}`
    case 'line':
      return `${address}${address.includes('?') ? '&' : '?'}openExternalBrowser=1`
    case 'intent':
      // Without a place to fall back to it leads nowhere on a phone that has no Chrome.
      return `intent://${rest}#Intent;scheme=${scheme};package=com.android.chrome;S.browser_fallback_url=${encoded};end`
    case 'safari':
      return `x-safari-${address}`
    case 'menu':
      return null
  }
}
