import type { Locale } from '../../core/locale'

/** What is looked at before a shop takes money, by its id for programs and its name for people, in the order of telling. */
export const checkNames = {
  node: { ko: 'Node 버전', en: 'Node' },
  settings: { ko: '설정', en: 'Settings' },
  simulator: { ko: '모의 결제 꺼짐', en: 'Simulator off' },
  limits: { ko: '횟수 제한', en: 'Limits' },
  time_limit: { ko: '결제 제한 시간', en: 'Payment time limit' },
  owners: { ko: '소유자', en: 'Owners' },
  business: { ko: '사업자 정보', en: 'Business details' },
  legal: { ko: '약관과 정책', en: 'Legal texts' },
  database: { ko: '데이터베이스', en: 'Database' },
  database_tls: { ko: '데이터베이스 암호화', en: 'Database encryption' },
  pooler: { ko: '데이터베이스 풀러', en: 'Database pooler' },
  schema: { ko: '데이터베이스 스키마', en: 'Database schema' },
  clock: { ko: '시계', en: 'Clock' },
  connections: { ko: '데이터베이스 연결 수', en: 'Database connections' },
  work: { ko: '밀린 일 처리', en: 'Cron or worker' },
  https: { ko: 'https 주소', en: 'https' },
  address: { ko: '공개 주소', en: 'Public address' },
  csp: { ko: '보안 정책(CSP)', en: 'Security policy' },
  door: { ko: '웹훅을 받는 주소', en: 'Door for webhooks' },
  running: { ko: '실행 중인 상점의 설정', en: 'Settings of the running shop' },
  mail: { ko: '메일 서버', en: 'Mail server' },
  spf: { ko: 'SPF', en: 'SPF' },
  dmarc: { ko: 'DMARC', en: 'DMARC' },
  dkim: { ko: 'DKIM', en: 'DKIM' },
  api_key: { ko: 'API 키', en: 'API key' },
  roles: { ko: 'API 키의 권한', en: 'Roles of the API key' },
  merchant_account: { ko: '가맹점 계정', en: 'Merchant account' },
  capture: { ko: '자동 매입', en: 'Auto-capture' },
  live_prefix: { ko: '라이브 주소 접두어', en: 'Live prefix' },
  kakaopay_asked: { ko: '카카오페이 신청', en: 'KakaoPay asked for' },
  kakaopay_allowed: { ko: '카카오페이 허용', en: 'KakaoPay allowed' },
  kakaopay_verified: { ko: '카카오페이 심사', en: 'KakaoPay verified' },
  kakaopay_offered: { ko: '카카오페이 표시', en: 'KakaoPay offered' },
  second_method: { ko: '다른 결제 수단', en: 'A second method' },
  webhook: { ko: '표준 웹훅', en: 'Standard webhook' },
  webhook_active: { ko: '웹훅 상태', en: 'Webhook active' },
  webhook_events: { ko: '웹훅 이벤트', en: 'Webhook events' },
  webhook_auth: { ko: '웹훅 Basic 인증', en: 'Webhook Basic auth' },
  hmac: { ko: '웹훅 HMAC 키', en: 'HMAC key' },
  token_webhook: { ko: '토큰 웹훅', en: 'Token webhook' },
  escrow: { ko: '구매안전서비스', en: 'Purchase safety (구매안전서비스)' },
  cash_receipt: { ko: '현금영수증', en: 'Cash receipts (현금영수증)' },
} as const satisfies Record<string, Record<Locale, string>>

export type CheckId = keyof typeof checkNames

/** What was seen, and what to do next in one sentence; nothing is to be done where that is missing. */
export type CheckWords = Readonly<Record<Locale, readonly [said: string, next?: string]>>
