/** Adyen's refusalReasonCode → refusalReason, those that a wallet can give. */
const refusalReasons: Readonly<Record<string, string>> = {
  '2': 'Refused',
  '4': 'Acquirer Error',
  '9': 'Issuer Unavailable',
  '12': 'Not enough balance',
  '20': 'FRAUD',
  '23': 'Transaction Not Permitted',
  '26': 'Revocation Of Auth',
  '28': 'Withdrawal amount exceeded',
  '50': 'Token Revoked',
}

const reasonOf = (code: string | null) => (code === null ? null : (refusalReasons[code] ?? null))

/** The two fields that an answer carries when there was a refusal, none otherwise. */
export function refusalFields(code: string | null) {
  const reason = reasonOf(code)
  return code === null || reason === null ? {} : { refusalReason: reason, refusalReasonCode: code }
}

export const refusalReason = (code: string | null) => reasonOf(code) ?? ''
