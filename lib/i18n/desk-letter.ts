import type { Role } from '../core/desk/roles'
import type { Locale } from '../core/locale'

type CodeWords = {
  readonly subject: (code: string) => string
  readonly opening: string
  readonly code: string
  readonly ignore: string
}
type InvitationWords = {
  readonly subject: string
  readonly opening: (role: string) => string
  readonly how: (days: number) => string
  readonly role: string
  readonly open: string
  readonly ignore: string
}
type Words = {
  readonly code: CodeWords
  readonly invitation: InvitationWords
  readonly roles: Record<Role, string>
}

/** What the desk mails to people of the shop. Korean first; a missing sentence is a type error. */
export const deskLetter: Record<Locale, Words> = {
  ko: {
    code: {
      subject: (code) => `[노랑] 관리자 인증번호 ${code}`,
      opening: '관리자 화면에 아래 인증번호를 입력해 주세요. 10분 동안 쓸 수 있습니다.',
      code: '인증번호',
      ignore:
        '직접 요청하지 않으셨다면 누군가 관리자 화면에 들어오려는 것일 수 있습니다. 이 번호를 누구에게도 알려 주지 마시고, 계속되면 대표자에게 알려 주세요.',
    },
    invitation: {
      subject: '[노랑] 관리자 화면에 초대되었습니다',
      opening: (role) => `노랑의 관리자 화면에 ${role} 역할로 초대되었습니다.`,
      how: (days) =>
        `아래 화면에서 이 메일을 받으신 주소를 입력하시면 인증번호를 보내 드립니다. 비밀번호는 없습니다. ${days}일 안에 한 번 로그인해 주세요.`,
      role: '역할',
      open: '관리자 화면 열기',
      ignore: '모르는 초대라면 이 메일을 무시하셔도 됩니다.',
    },
    roles: { owner: '대표자', manager: '매니저', packer: '포장 담당', accountant: '회계 담당' },
  },
  en: {
    code: {
      subject: (code) => `[Norang] Desk code ${code}`,
      opening: 'Type this code into the desk of the shop. It works for 10 minutes.',
      code: 'Code',
      ignore:
        'If it was not you who asked, somebody may be trying to get in. Never tell this code to anybody, and tell an owner of the shop if it goes on.',
    },
    invitation: {
      subject: '[Norang] You are invited to the desk',
      opening: (role) => `You are invited to the desk of Norang, as ${role}.`,
      how: (days) =>
        `Type the address that this mail came to on the page below, and we mail you a code. There is no password. Please sign in once within ${days} days.`,
      role: 'Role',
      open: 'Open the desk',
      ignore: 'If you do not know what this is about, you can ignore this mail.',
    },
    roles: { owner: 'Owner', manager: 'Manager', packer: 'Packer', accountant: 'Accountant' },
  },
}
