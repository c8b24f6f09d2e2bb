/**
 * Notifications that tests make wrong on purpose, by what is wrong with them: what the specification
 * says of each, and nothing else that it says is passed over.
 */
export const wrongOnPurpose = {
  unknown_event: 'says nothing about',
  missing_amount: "must have required property 'amount'",
} as const

export type WrongOnPurpose = keyof typeof wrongOnPurpose
