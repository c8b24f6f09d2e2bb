/** What the shopper came back with, in our words. */
export type Outcome = 'approved' | 'waiting' | 'left' | 'refused' | 'broken'

export type Decline = 'left' | 'refused' | 'broken'

/** Why a payment was declined, as far as its shopper reads it. */
export type DeclineReason = 'amount' | 'no_answer' | 'refused'

export const isDecline = (outcome: Outcome | null): outcome is Decline =>
  outcome === 'left' || outcome === 'refused' || outcome === 'broken'
