import type { CheckWords } from './check-names'

const ASK_HOST = {
  ko: '데이터베이스에 연결된 뒤 다시 실행하세요.',
  en: 'Run this again once the database can be reached.',
}

/** What the checks of the database say. */
export const databaseWords = {
  reached: (place: string, version: string) => ({
    ko: [`${place}, PostgreSQL ${version}.`],
    en: [`${place}, PostgreSQL ${version}.`],
  }),
  embedded: (version: string) => ({
    ko: [
      `상점이 스스로 띄운 PostgreSQL ${version}입니다(.data/).`,
      '실제 판매 전에 DATABASE_URL을 백업되는 PostgreSQL로 설정하세요.',
    ],
    en: [
      `The shop’s own, in .data/: PostgreSQL ${version}.`,
      'Before you sell, set DATABASE_URL to a PostgreSQL that somebody backs up.',
    ],
  }),
  away: (place: string, why: string) => ({
    ko: [
      `${place}에 연결할 수 없습니다: ${why}.`,
      'DATABASE_URL의 주소, 사용자, 암호를 확인하세요.',
    ],
    en: [
      `${place} cannot be used: ${why}.`,
      'Look at address, user and password in DATABASE_URL, and whether the database lets this machine in.',
    ],
  }),
  old: (version: string) => ({
    ko: [`PostgreSQL ${version}은 너무 오래되었습니다.`, 'PostgreSQL 14 이상으로 올리세요.'],
    en: [`PostgreSQL ${version} is too old.`, 'Use PostgreSQL 14 or newer.'],
  }),
  not_reached: { ko: ['볼 수 없었습니다.', ASK_HOST.ko], en: ['Could not be seen.', ASK_HOST.en] },
  encrypted: { ko: ['암호화되어 있습니다.'], en: ['The way there is encrypted.'] },
  same_machine: { ko: ['같은 컴퓨터에 있습니다.'], en: ['It is on this machine.'] },
  near: {
    ko: [
      '암호화되지 않았고, 같은 내부망에 있는 것으로 보입니다.',
      '내부망이 아니라면 DATABASE_URL 끝에 ?sslmode=require를 붙이세요.',
    ],
    en: [
      'The way there is not encrypted, and seems to stay inside a network of yours.',
      'Unless it does, add ?sslmode=require to DATABASE_URL.',
    ],
  },
  unencrypted: {
    ko: [
      '암호화되지 않은 채 네트워크를 지나갑니다.',
      'DATABASE_URL 끝에 ?sslmode=require를 붙이세요.',
    ],
    en: [
      'Orders and addresses cross a network unencrypted.',
      'Add ?sslmode=require to DATABASE_URL.',
    ],
  },
  direct: {
    ko: ['풀러 없이 바로 연결됩니다.'],
    en: ['There is none: the shop is connected directly.'],
  },
  behind: { ko: ['풀러를 거칩니다. 괜찮습니다.'], en: ['There is one, which is fine.'] },
  something_between: {
    ko: [
      '사이에 무언가가 있습니다(풀러이거나 주소 변환).',
      '풀러라면 트랜잭션 모드도 괜찮습니다. 할 일은 없습니다.',
    ],
    en: [
      'Something stands between: a pooler, or a network that changes addresses.',
      'If it is a pooler, any mode will do; nothing has to be done.',
    ],
  },
  pooler_needed: {
    ko: [
      '풀러가 없는데 함수마다 연결을 새로 엽니다.',
      '호스트가 주는 풀러 주소(예: -pooler, 포트 6543)를 DATABASE_URL로 쓰세요.',
    ],
    en: [
      'There is none, and on this host every function opens connections of its own.',
      'Set DATABASE_URL to the pooled address of your database’s host (such as -pooler, or port 6543).',
    ],
  },
  schema_right: { ko: ['이 버전에 맞습니다.'], en: ['It is that of this version.'] },
  schema_lacking: {
    ko: [
      '아직 이 버전에 맞지 않습니다.',
      'npm run migrate를 실행하세요(npm start도 같은 일을 합니다).',
    ],
    en: ['It is not that of this version yet.', 'Run npm run migrate; npm start does the same.'],
  },
  schema_newer: (newest: string) => ({
    ko: [`더 새로운 버전의 것입니다(${newest}).`, '그 버전의 상점을 실행하세요.'],
    en: [`It is that of a newer version (${newest}).`, 'Run that version of the shop.'],
  }),
  clock_right: { ko: ['데이터베이스와 같습니다.'], en: ['It agrees with the database’s.'] },
  clock_off: (seconds: number) => ({
    ko: [
      `데이터베이스와 ${seconds}초 다릅니다. 결제 제한 시간과 정기결제가 어긋납니다.`,
      '이 컴퓨터의 시각을 맞추세요(timedatectl set-ntp true).',
    ],
    en: [
      `It is ${seconds} s off the database’s, and so are time limits and renewals.`,
      'Set this machine’s clock by NTP (timedatectl set-ntp true).',
    ],
  }),
  clock_near: (seconds: number) => ({
    ko: [`데이터베이스와 ${seconds}초 다릅니다.`, '두 컴퓨터의 시각을 NTP로 맞추세요.'],
    en: [`It is ${seconds} s off the database’s.`, 'Have both machines set by NTP.'],
  }),
  room: (free: number) => ({
    ko: [`${free}개가 비어 있습니다.`],
    en: [`${free} are free.`],
  }),
  little_room: (free: number) => ({
    ko: [
      `${free}개가 비어 있습니다. 한 인스턴스는 13개까지 씁니다.`,
      '인스턴스를 더 띄우기 전에 max_connections를 늘리거나 풀러를 두세요.',
    ],
    en: [
      `${free} are free, and one instance takes up to 13.`,
      'Before a second instance runs, raise max_connections or put a pooler before it.',
    ],
  }),
  no_room: (free: number) => ({
    ko: [
      `${free}개만 비어 있고, 한 인스턴스는 13개까지 씁니다.`,
      'max_connections를 늘리거나 풀러를 두세요.',
    ],
    en: [
      `Only ${free} are free, and one instance takes up to 13.`,
      'Raise max_connections, or put a pooler before the database.',
    ],
  }),
  room_of_pooler: {
    ko: ['풀러가 나누어 주므로 여기서는 보이지 않습니다.', '풀러의 최대 연결 수를 확인하세요.'],
    en: [
      'A pooler hands them out, so they cannot be seen.',
      'Look up how many your pooler allows.',
    ],
  },
  worked: (minutes: number) => ({
    ko: [`마지막으로 ${minutes}분 전에 일을 처리했습니다.`],
    en: [`The last job was done ${minutes} min ago.`],
  }),
  worked_never: {
    ko: [
      '최근 하루 동안 처리할 일이 없었습니다.',
      '상점을 띄우고(npm start) 주문을 하나 한 뒤 다시 실행하세요.',
    ],
    en: [
      'Nothing was to be done within a day.',
      'Start the shop, place an order, and run this again.',
    ],
  },
  work_late: (minutes: number) => ({
    ko: [
      `${minutes}분 전에 처리했어야 할 일이 밀려 있습니다.`,
      '상점을 띄우세요(npm start). 함수로 도는 호스트라면 cron이 /api/cron/work를 부르게 하세요.',
    ],
    en: [
      `Work has been waiting for ${minutes} min.`,
      'Start the shop; where it runs as functions, have a cron call /api/cron/work.',
    ],
  }),
  cron_closed: {
    ko: [
      '이 호스트에는 상주하는 일꾼이 없는데 CRON_SECRET이 없습니다.',
      'CRON_SECRET을 설정하고 cron이 /api/cron/work를 부르게 하세요.',
    ],
    en: [
      'On this host no worker stays, and CRON_SECRET is not set.',
      'Set CRON_SECRET, and have a cron call /api/cron/work.',
    ],
  },
} as const satisfies Record<string, CheckWords | ((...facts: never[]) => CheckWords)>
