const webView =
  'Mozilla/5.0 (Linux; Android 14; SM-S918N; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/131.0.0.0 Mobile Safari/537.36'

/** What browsers inside of apps say of themselves. */
export const inAnApp = `${webView} NAVER(inapp; search; 1090; 12.8.3)`
export const inKakaoTalk = `${webView};KAKAOTALK 2410850`
