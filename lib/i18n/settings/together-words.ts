import type { SettingWords } from './setting-words'

/** What shows only when settings are seen side by side, or beside the host and the database. Whole sentences. */
export const togetherWords = {
  missing: (name: string, environment: string) => ({
    ko: `${name}: 없습니다. ADYEN_ENVIRONMENT=${environment}이면 있어야 합니다.`,
    en: `${name} is missing: with ADYEN_ENVIRONMENT=${environment} it must be set.`,
  }),
  missing_in_public: (name: string) => ({
    ko: `${name}: 없습니다. 다른 사람도 닿는 모의 결제에는 있어야 합니다.`,
    en: `${name} is missing: where others can reach the simulator it must be set.`,
  }),
  not_https: {
    ko: 'BASE_URL: https가 아닙니다. ADYEN_ENVIRONMENT=live이면 https 주소여야 합니다.',
    en: 'BASE_URL is not https: with ADYEN_ENVIRONMENT=live it must be an https address.',
  },
  no_proxy: {
    ko: 'TRUST_PROXY: 없습니다. ADYEN_ENVIRONMENT=live이면 프록시가 누가 묻는지 적는 헤더로 하고, 브라우저가 상점에 바로 닿으면 none으로 하세요.',
    en: 'TRUST_PROXY is missing: with ADYEN_ENVIRONMENT=live set it to the header in which your proxy tells who asks, or to none where browsers reach the shop directly.',
  },
  limits_off: {
    ko: 'RATE_LIMITS: ADYEN_ENVIRONMENT=live에서는 끌 수 없습니다. 누군가 모든 번호를 시도합니다. 지우세요.',
    en: 'RATE_LIMITS cannot be off with ADYEN_ENVIRONMENT=live: remove it, somebody will try every number.',
  },
  other_adyen: {
    ko: 'ADYEN_API_ORIGIN: ADYEN_ENVIRONMENT=live와 함께 쓸 수 없습니다. 실제 결제는 Adyen으로만 갑니다. 지우세요.',
    en: 'ADYEN_API_ORIGIN cannot be used with ADYEN_ENVIRONMENT=live: remove it, live payments go to Adyen only.',
  },
  published_key: (name: string) => ({
    ko: `${name}: 모의 결제가 공개한 키가 들어 있어 누구나 서명할 수 있습니다. 자신의 키로 바꾸세요.`,
    en: `${name} holds a key that the simulator publishes, with which anybody can sign: set it to a key of your own.`,
  }),
  held_too_long: (most: number) => ({
    ko: `STOCK_HOLD_MINUTES: 결제에 주는 시간보다 깁니다. PAYMENT_TIME_LIMIT_MINUTES인 ${most} 이하로 하세요.`,
    en: `STOCK_HOLD_MINUTES is longer than a payment may take: set it to at most ${most}, which is PAYMENT_TIME_LIMIT_MINUTES.`,
  }),
  no_cron: {
    ko: 'CRON_SECRET: 없습니다. Vercel에서 ADYEN_ENVIRONMENT=live이면 있어야 합니다. 없으면 끝내지 않은 결제가 끝나지 않습니다.',
    en: 'CRON_SECRET is missing: with ADYEN_ENVIRONMENT=live on Vercel it must be set, or payments that nobody finishes are never ended.',
  },
  live_preview: {
    ko: 'ADYEN_ENVIRONMENT: 미리보기에서는 live일 수 없습니다. Vercel에서 Production에만 설정하세요.',
    en: 'ADYEN_ENVIRONMENT cannot be live on a preview: in Vercel, set it for Production only.',
  },
  address_of_production: {
    ko: 'BASE_URL: 실제 상점의 주소인데 이것은 미리보기입니다. Vercel에서 Production에만 설정하세요. 미리보기는 자신의 주소를 압니다.',
    en: 'BASE_URL is the address of production, and this is a preview: in Vercel, set it for Production only. A preview knows its own.',
  },
  unpooled_alone: {
    ko: 'DATABASE_URL: 없습니다. DATABASE_URL_UNPOOLED는 풀러를 거치지 않는 길일 뿐이어서 그것과 함께 있어야 합니다.',
    en: 'DATABASE_URL is missing: DATABASE_URL_UNPOOLED is the way past its pooler, and of use only beside it.',
  },
  database_at_home: {
    ko: 'DATABASE_URL: Vercel이 닿지 못하는 자신의 컴퓨터를 가리킵니다. 인터넷에 있는 데이터베이스로 하세요.',
    en: 'DATABASE_URL is that of a machine of your own, which Vercel does not reach: set it to a database on the internet.',
  },
  belong_together: (one: string, other: string) => ({
    ko: `${one}, ${other}: 함께 있어야 합니다. 둘 다 설정하거나 둘 다 지우세요.`,
    en: `${one} and ${other} belong together: set both or neither.`,
  }),
  database_of_production: {
    ko: 'DATABASE_URL: 실제 상점의 데이터베이스를 가리키는데 이것은 미리보기입니다. Vercel에서 Preview에 따로 하나를 주세요. 브랜치 같은 복사본이면 Preview에 PREVIEW_DATABASE=copy를 설정하세요.',
    en: 'DATABASE_URL leads to a database of production, and this is a preview: in Vercel, give Preview one of its own. If it is a copy, such as a branch, set PREVIEW_DATABASE=copy for Preview.',
  },
  no_database_on_vercel: {
    ko: 'DATABASE_URL: 없습니다. Vercel에서는 요청 사이에 남는 것이 없습니다. 프로젝트의 Storage 탭에서, 또는 이 설정으로 Postgres를 연결하세요.',
    en: 'DATABASE_URL is missing: on Vercel nothing is kept between requests, so connect a Postgres to the project, in its Storage tab or by this setting.',
  },
  two_databases: {
    ko: 'DATABASE_URL, DATABASE_URL_UNPOOLED: 서로 다른 데이터베이스를 가리킵니다. 풀러를 거치는 주소와 거치지 않는 주소로 같은 데이터베이스를 적으세요.',
    en: 'DATABASE_URL and DATABASE_URL_UNPOOLED lead to two databases: set both to the same one, with and without its pooler.',
  },
  no_files: {
    ko: 'DATABASE_URL: 없습니다. 이 호스트에는 파일이 남지 않으므로 설정하세요.',
    en: 'DATABASE_URL is missing: this host keeps no files, so set it.',
  },
  no_database: {
    ko: 'DATABASE_URL: 없습니다. 데이터베이스를 함께 띄우는 npm run dev나 npm start로 상점을 띄우거나, 설정하세요.',
    en: 'DATABASE_URL is missing: start the shop with "npm run dev" or "npm start", which bring a database, or set it.',
  },
  newer_database: (place: string, newest: string) => ({
    ko: `${place} 데이터베이스는 더 새로운 버전(${newest})의 것입니다. 그 버전이나 바로 앞 버전의 상점을 띄우세요.`,
    en: `The database ${place} is that of a newer version (${newest}): start that one, or the one before it.`,
  }),
} as const satisfies Record<string, SettingWords | ((...facts: never[]) => SettingWords)>
