import type { CheckWords } from './check-names'

const WHERE = 'Customer Area > Developers > Webhooks'

/** What the checks of Adyen's webhooks say. */
export const webhookWords = {
  found: (level: 'merchants' | 'companies') => ({
    ko: [`${level === 'companies' ? '회사' : '가맹점'} 계정에 있고, 이 상점으로 옵니다.`],
    en: [
      `It is with the ${level === 'companies' ? 'company' : 'merchant'} account, and comes here.`,
    ],
  }),
  missing: (url: string) => ({
    ko: [
      '이 상점으로 오는 표준 웹훅이 없습니다.',
      `${WHERE}(회사 계정이면 이 가맹점 계정을 포함해서)에서 Standard webhook을 만들고 URL에 ${url}, Method에 JSON을 적은 뒤 HMAC key > Generate로 만든 키를 ADYEN_HMAC_KEYS에 적으세요.`,
    ],
    en: [
      'No standard webhook comes to this shop.',
      `In ${WHERE} (of the company account, if it then includes this merchant account, or of the merchant account), add a Standard webhook, enter ${url} as its URL and JSON as its Method, and set ADYEN_HMAC_KEYS to the key that HMAC key > Generate makes.`,
    ],
  }),
  perhaps_company: (url: string) => ({
    ko: [
      '가맹점 계정에는 없고, 회사 계정의 웹훅은 볼 수 없었습니다.',
      `${WHERE}에서 ${url}로 가는 Standard webhook이 있는지 확인하세요.`,
    ],
    en: [
      'It is not with the merchant account, and those of the company could not be seen.',
      `Look in ${WHERE} whether a Standard webhook goes to ${url}.`,
    ],
  }),
  preview: (there: string, here: string) => ({
    ko: [`표준 웹훅이 미리보기 배포(${there})로 갑니다.`, `${WHERE}에서 URL을 ${here}로 바꾸세요.`],
    en: [
      `The standard webhook goes to a preview, ${there}.`,
      `Change its URL to ${here} in ${WHERE}.`,
    ],
  }),
  elsewhere: (there: string, here: string) => ({
    ko: [
      `표준 웹훅이 다른 주소(${there})로 갑니다.`,
      `그것이 이 상점이라면 BASE_URL을 고치고, 아니면 ${WHERE}에서 URL ${here}로 하나 더 만드세요.`,
    ],
    en: [
      `The standard webhook goes to ${there}.`,
      `If that is this shop, mend BASE_URL; else add one with the URL ${here} in ${WHERE}.`,
    ],
  }),
  format: (format: string) => ({
    ko: [`JSON이 아니라 ${format}으로 보냅니다.`, `${WHERE}에서 Method를 JSON으로 바꾸세요.`],
    en: [`It is sent as ${format}, and not as JSON.`, `Set its Method to JSON in ${WHERE}.`],
  }),
  active: { ko: ['켜져 있고 잘 전달됩니다.'], en: ['It is active, and arrives.'] },
  inactive: {
    ko: ['꺼져 있습니다.', `${WHERE}에서 Enabled로 바꾸세요.`],
    en: ['It is switched off.', `Switch it to Enabled in ${WHERE}.`],
  },
  errors: {
    ko: [
      'Adyen이 최근에 전달하지 못했습니다.',
      'npm run doctor -- --test-webhook으로 이 상점이 무엇이라고 답하는지 보세요.',
    ],
    en: [
      'Adyen could not deliver it lately.',
      'See what this shop answers with npm run doctor -- --test-webhook.',
    ],
  },
  nothing_to_see: {
    ko: ['볼 웹훅이 없습니다.', '먼저 표준 웹훅을 만드세요.'],
    en: ['There is no webhook to look at.', 'Make the standard webhook first.'],
  },
  events_right: {
    ko: ['OFFER_CLOSED와 RECURRING_CONTRACT가 켜져 있습니다.'],
    en: ['OFFER_CLOSED and RECURRING_CONTRACT are on, and nothing that is needed is off.'],
  },
  events_off: (codes: readonly string[]) => ({
    ko: [
      `${codes.join(', ')}이(가) 꺼져 있습니다.`,
      `${WHERE}에서 이 웹훅의 이벤트(Events)에 체크하세요.`,
    ],
    en: [
      `${codes.join(', ')}: switched off.`,
      `Tick them among the events of this webhook in ${WHERE}.`,
    ],
  }),
  events_unsaid: {
    ko: [
      'Adyen이 어떤 이벤트가 켜져 있는지 말하지 않습니다.',
      `${WHERE}에서 OFFER_CLOSED와 RECURRING_CONTRACT에 체크되어 있는지 보세요.`,
    ],
    en: [
      'Adyen does not say which events are on.',
      `Look in ${WHERE} whether OFFER_CLOSED and RECURRING_CONTRACT are ticked.`,
    ],
  },
  auth_right: { ko: ['양쪽이 같은 이름입니다.'], en: ['Both sides have the same user.'] },
  auth_missing_there: {
    ko: [
      '이 상점은 요구하는데 Adyen 쪽에 없어, 모든 알림이 거절됩니다.',
      `${WHERE}의 Basic authentication에 ADYEN_WEBHOOK_USERNAME과 ADYEN_WEBHOOK_PASSWORD를 적으세요.`,
    ],
    en: [
      'This shop wants it and Adyen does not send it, so every notification is refused.',
      `Enter ADYEN_WEBHOOK_USERNAME and ADYEN_WEBHOOK_PASSWORD as Basic authentication in ${WHERE}.`,
    ],
  },
  auth_other: (there: string) => ({
    ko: [
      `Adyen은 “${there}”로 보내는데 ADYEN_WEBHOOK_USERNAME이 다릅니다.`,
      '양쪽의 이름과 암호를 같게 하세요.',
    ],
    en: [
      `Adyen sends “${there}”, and ADYEN_WEBHOOK_USERNAME is another.`,
      'Make user and password the same on both sides.',
    ],
  }),
  auth_none: {
    ko: ['쓰지 않습니다. HMAC만으로도 알림은 확인됩니다.'],
    en: ['It is not used; the HMAC alone proves every notification.'],
  },
  auth_only_there: {
    ko: [
      'Adyen은 보내지만 이 상점은 확인하지 않습니다.',
      '같은 이름과 암호를 ADYEN_WEBHOOK_USERNAME과 ADYEN_WEBHOOK_PASSWORD에 적으세요.',
    ],
    en: [
      'Adyen sends it, and this shop does not look at it.',
      'Set ADYEN_WEBHOOK_USERNAME and ADYEN_WEBHOOK_PASSWORD to the same.',
    ],
  },
  hmac_proven: {
    ko: ['Adyen의 시험 알림이 도착했고 서명이 맞습니다.'],
    en: ['Adyen’s test notification arrived, and its signature is right.'],
  },
  hmac_fits: {
    ko: ['Adyen이 보여 주는 검사값이 맞습니다.'],
    en: ['The check value that Adyen shows of it fits.'],
  },
  hmac_unproven: {
    ko: [
      '맞는 키인지 보이지 않습니다.',
      'npm run doctor -- --test-webhook으로 Adyen의 시험 알림을 받아 보세요.',
    ],
    en: [
      'Whether it is the right one cannot be seen.',
      'Have Adyen send a test notification: npm run doctor -- --test-webhook.',
    ],
  },
  hmac_refused: {
    ko: [
      '시험 알림을 이 상점이 거절했습니다(401). 다른 웹훅의 키이거나 Basic 인증이 다릅니다.',
      `${WHERE}에서 이 웹훅의 HMAC key > Generate로 만든 키를 ADYEN_HMAC_KEYS의 맨 앞에 적고, 상점을 다시 띄우세요.`,
    ],
    en: [
      'This shop refused the test notification (401): the key is that of another webhook, or the Basic auth differs.',
      `Press HMAC key > Generate of this webhook in ${WHERE}, put that key first in ADYEN_HMAC_KEYS, and start the shop again.`,
    ],
  },
  hmac_refused_by_old: {
    ko: [
      '시험 알림을 이 상점이 거절했습니다(401). 실행 중인 상점은 아직 다른 키나 암호를 씁니다.',
      '먼저 상점을 다시 띄우고 다시 실행하세요.',
    ],
    en: [
      'This shop refused the test notification (401), and it still goes by other keys or passwords than are set here.',
      'Start the shop again first, and run this once more.',
    ],
  },
  hmac_not_arrived: (code: string) => ({
    ko: [
      `시험 알림이 도착하지 못했습니다(${code}).`,
      '상점이 떠 있고 인터넷에서 BASE_URL에 닿는지, 로그인이나 방화벽이 막지 않는지 보세요.',
    ],
    en: [
      `The test notification did not arrive (${code}).`,
      'Look whether the shop runs, and whether BASE_URL can be reached from the internet without signing in anywhere.',
    ],
  }),
  hmac_of_simulator: {
    ko: [
      '이 모의 결제의 키는 데이터베이스에 있습니다.',
      'Adyen에 연결한 뒤 ADYEN_HMAC_KEYS를 설정하세요.',
    ],
    en: [
      'The keys of this simulator are in the database.',
      'Set ADYEN_HMAC_KEYS once the shop talks to Adyen.',
    ],
  },
  tokens_fit: {
    ko: ['이 상점으로 오고, Adyen이 보여 주는 키의 검사값이 맞습니다.'],
    en: ['It comes here, and the check value that Adyen shows of its key fits.'],
  },
  tokens_unproven: {
    ko: [
      '이 상점으로 옵니다. 맞는 키인지는 보이지 않습니다.',
      '카카오페이를 저장하며 한 번 결제하고(정기배송), 상점의 로그에 “A webhook was refused” 줄이 없는지 보세요. 이 웹훅에는 시험 알림이 없습니다.',
    ],
    en: [
      'It comes here; whether its key is the right one cannot be seen.',
      'Pay once with a KakaoPay that is saved, by subscribing to something, and look whether the shop’s log has a line “A webhook was refused”: Adyen has no test notification for this one.',
    ],
  },
  tokens_with_other_key: {
    ko: [
      'ADYEN_HMAC_KEYS와 ADYEN_TOKEN_HMAC_KEYS가 섞였습니다. 웹훅마다 키가 다르므로 둘 가운데 하나는 거절됩니다.',
      `${WHERE}에서 Recurring tokens life cycle events 웹훅의 키를 ADYEN_TOKEN_HMAC_KEYS에, 표준 웹훅의 키를 ADYEN_HMAC_KEYS에 적고 상점을 다시 띄우세요.`,
    ],
    en: [
      'A key stands in the wrong one of ADYEN_HMAC_KEYS and ADYEN_TOKEN_HMAC_KEYS: each webhook has its own, so one of them is refused.',
      `In ${WHERE}, copy the key of Recurring tokens life cycle events into ADYEN_TOKEN_HMAC_KEYS and that of the standard webhook into ADYEN_HMAC_KEYS, and start the shop again.`,
    ],
  },
  tokens_without_key: {
    ko: [
      '이 상점으로 오지만 ADYEN_TOKEN_HMAC_KEYS가 없어 모두 거절됩니다.',
      `${WHERE}에서 그 웹훅의 HMAC 키를 ADYEN_TOKEN_HMAC_KEYS에 적으세요.`,
    ],
    en: [
      'It comes here, and without ADYEN_TOKEN_HMAC_KEYS all of it is refused.',
      `Set ADYEN_TOKEN_HMAC_KEYS to the HMAC key of that webhook in ${WHERE}.`,
    ],
  },
  tokens_unlisted: (url: string) => ({
    ko: [
      '목록에 없습니다. 없어도 결제는 되지만, 카카오페이 앱에서 끊은 연결을 알 수 없습니다.',
      `${WHERE}에서 Recurring tokens life cycle events 웹훅이 ${url}로 가는지 보세요.`,
    ],
    en: [
      'It is not listed; payments do without it, but nobody tells when a wallet is unlinked inside KakaoPay.',
      `Look in ${WHERE} whether a webhook Recurring tokens life cycle events goes to ${url}.`,
    ],
  }),
} as const satisfies Record<string, CheckWords | ((...facts: never[]) => CheckWords)>
