import type { CheckWords } from './check-names'

/** What the checks of letters say. */
export const mailWords = {
  taken: (host: string) => ({ ko: [`${host}가 받습니다.`], en: [`${host} lets the shop in.`] }),
  refused: (host: string, why: string) => ({
    ko: [`${host}가 받지 않습니다(${why}).`, 'SMTP_URL의 사용자, 암호, 포트를 확인하세요.'],
    en: [
      `${host} does not let the shop in (${why}).`,
      'Look at user, password and port in SMTP_URL; a @ or : in them is written %40 or %3A.',
    ],
  }),
  silent: (host: string, why: string) => ({
    ko: [
      `${host}가 답하지 않습니다(${why}).`,
      '주소와 포트가 맞는지, 나가는 메일 포트가 막혀 있지 않은지 보세요.',
    ],
    en: [
      `${host} does not answer (${why}).`,
      'Look whether address and port are right, and whether this machine may reach it.',
    ],
  }),
  unset: {
    ko: [
      '설정되지 않아 로그인 번호와 영수증이 아무에게도 가지 않습니다.',
      'SMTP_URL과 MAIL_FROM을 설정하세요.',
    ],
    en: ['None is set, so nobody gets sign-in codes and receipts.', 'Set SMTP_URL and MAIL_FROM.'],
  },
  no_domain: {
    ko: ['보내는 주소의 도메인이 아직 없습니다.', 'MAIL_FROM을 상점 도메인의 주소로 하세요.'],
    en: [
      'Letters have no domain of yours yet.',
      'Set MAIL_FROM to an address of the shop’s domain.',
    ],
  },
  dns_silent: (domain: string) => ({
    ko: [`${domain}에 관해 DNS가 답하지 않았습니다.`, '잠시 뒤에 다시 실행하세요.'],
    en: [`DNS did not say anything about ${domain}.`, 'Run this again in a while.'],
  }),
  spf_right: (domain: string) => ({
    ko: [`${domain}에 하나 있습니다.`],
    en: [`${domain} has one.`],
  }),
  spf_missing: (domain: string) => ({
    ko: [
      `${domain}에 없습니다. 메일이 스팸함으로 갑니다.`,
      `메일 회사가 알려 주는 include:로 ${domain}에 TXT 레코드 “v=spf1 include:… ~all”을 만드세요.`,
    ],
    en: [
      `${domain} has none, and letters end up as spam.`,
      `Make a TXT record “v=spf1 include:… ~all” of ${domain}, with the include: that your mail company names.`,
    ],
  }),
  spf_twice: (domain: string) => ({
    ko: [`${domain}에 둘 이상 있어 모두 무효입니다.`, '하나의 TXT 레코드로 합치세요.'],
    en: [`${domain} has more than one, and so none counts.`, 'Join them into one TXT record.'],
  }),
  spf_open: (domain: string) => ({
    ko: [`${domain}의 것은 누구나 보내게 합니다(+all).`, '끝을 ~all이나 -all로 바꾸세요.'],
    en: [`That of ${domain} lets anybody send (+all).`, 'Let it end with ~all or -all.'],
  }),
  dmarc_right: (name: string, policy: string) => ({
    ko: [`${name}에 있습니다(p=${policy}).`],
    en: [`${name} has one (p=${policy}).`],
  }),
  dmarc_missing: (name: string) => ({
    ko: [
      `${name}에 없습니다. 큰 메일 회사들은 이런 메일을 거절하기도 합니다.`,
      `${name}에 TXT 레코드 “v=DMARC1; p=none; rua=mailto:…”을 만들고, 문제가 없으면 p=quarantine으로 올리세요.`,
    ],
    en: [
      `${name} has none, and large mail companies refuse such letters.`,
      `Make a TXT record “v=DMARC1; p=none; rua=mailto:…” of ${name}, and raise it to p=quarantine when all is well.`,
    ],
  }),
  dmarc_broken: (name: string) => ({
    ko: [
      `${name}의 것을 읽을 수 없습니다.`,
      '“v=DMARC1; p=…”로 시작하는 하나의 레코드로 고치세요.',
    ],
    en: [`That of ${name} cannot be read.`, 'Make it one record that begins “v=DMARC1; p=…”.'],
  }),
  dkim: {
    ko: [
      'DNS만으로는 볼 수 없습니다.',
      '자신에게 온 상점 메일의 원문에서 Authentication-Results에 dkim=pass가 있고 그 d=가 MAIL_FROM의 도메인인지 보세요.',
    ],
    en: [
      'DNS does not show it.',
      'In the source of a letter from the shop to yourself, look whether Authentication-Results says dkim=pass with the domain of MAIL_FROM behind d=.',
    ],
  },
} as const satisfies Record<string, CheckWords | ((...facts: never[]) => CheckWords)>
