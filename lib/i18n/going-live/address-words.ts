import type { CheckWords } from './check-names'

/** What the checks of the shop's public address say. */
export const addressWords = {
  https: { ko: ['https입니다.'], en: ['It is https.'] },
  http: {
    ko: ['https가 아닙니다.', '라이브 전에 BASE_URL을 인증서가 있는 https 주소로 하세요.'],
    en: ['It is not https.', 'Before live, set BASE_URL to an https address with a certificate.'],
  },
  certificate: (why: string) => ({
    ko: [`인증서에 문제가 있습니다(${why}).`, '도메인의 인증서를 새로 받거나 고치세요.'],
    en: [`Its certificate is not right (${why}).`, 'Renew or mend the certificate of that name.'],
  }),
  ours: (url: string) => ({
    ko: [`${url}에서 이 상점이 답합니다.`],
    en: [`${url} answers as this shop.`],
  }),
  ill: (url: string) => ({
    ko: [
      `${url}의 상점이 지금은 결제를 받을 수 없다고 합니다.`,
      '데이터베이스와 스키마 항목을 먼저 보세요.',
    ],
    en: [
      `The shop at ${url} says that it cannot take a payment now.`,
      'Look at database and schema above first.',
    ],
  }),
  theirs: (url: string, status: number) => ({
    ko: [
      `${url}에서 다른 것이 답합니다(${status}).`,
      'BASE_URL이 맞는지, 앞에 로그인이나 안내 화면이 없는지 보세요.',
    ],
    en: [
      `Something else answers at ${url} (${status}).`,
      'Look whether BASE_URL is right, and whether a page to sign in stands before it.',
    ],
  }),
  silent: (url: string, why: string) => ({
    ko: [`${url}이 답하지 않습니다(${why}).`, '상점을 띄우고, 도메인이 그리로 향하는지 보세요.'],
    en: [
      `${url} does not answer (${why}).`,
      'Start the shop, and look whether the name leads to it.',
    ],
  }),
  csp_right: {
    ko: ['장바구니 화면에 nonce가 있는 정책이 붙습니다.'],
    en: ['The page with the cart has it, with a nonce.'],
  },
  csp_missing: {
    ko: [
      '정책이 없거나 바뀌었습니다.',
      '앞에 있는 프록시나 호스트가 Content-Security-Policy 헤더를 지우거나 바꾸지 않게 하세요.',
    ],
    en: [
      'It is missing, or was changed on the way.',
      'Keep the proxy or host in front from removing or changing Content-Security-Policy.',
    ],
  },
  csp_not_live: {
    ko: [
      '빌드할 때 ADYEN_ENVIRONMENT=live가 아니어서, 화면들이 컴퓨터 안의 주소로도 보낼 수 있습니다.',
      'ADYEN_ENVIRONMENT=live로 npm run build를 다시 하세요.',
    ],
    en: [
      'The shop was built without ADYEN_ENVIRONMENT=live, so its pages may send to this machine as well.',
      'Run npm run build again with ADYEN_ENVIRONMENT=live.',
    ],
  },
  not_answered: {
    ko: ['상점이 답하지 않아 볼 수 없었습니다.', '상점을 띄운 뒤 다시 실행하세요.'],
    en: [
      'The shop does not answer, so it could not be seen.',
      'Start the shop, and run this again.',
    ],
  },
  door_open: {
    ko: ['리디렉션 없이 이 상점이 답합니다.'],
    en: ['The shop itself answers there, without a redirect.'],
  },
  door_redirects: (status: number, to: string) => ({
    ko: [
      `다른 곳(${to})으로 보냅니다(${status}). Adyen은 따라가지 않습니다.`,
      'BASE_URL과 웹훅의 URL을 마지막 주소로 바꾸세요.',
    ],
    en: [
      `It is redirected to ${to} (${status}), and Adyen does not follow.`,
      'Set BASE_URL and the URL of the webhook to where it leads in the end.',
    ],
  }),
  door_shut: (status: number) => ({
    ko: [
      `이 상점이 아닌 것이 ${status}로 답합니다.`,
      '/api/webhooks/adyen이 로그인, 방화벽, 배포 보호(Deployment Protection) 없이 열리게 하세요.',
    ],
    en: [
      `Something before the shop answers ${status}.`,
      'Let /api/webhooks/adyen through without sign-in, firewall or Deployment Protection.',
    ],
  }),
} as const satisfies Record<string, CheckWords | ((...facts: never[]) => CheckWords)>
