/** What has to be told about who sells, in the order in which it is read. */
export const sellerDetails = [
  'name',
  'representative',
  'registration',
  'mailOrder',
  'address',
  'phone',
  'email',
] as const
export type SellerDetail = (typeof sellerDetails)[number]

/** As set by the merchant; empty: not set. */
export type SellerFacts = Readonly<Record<SellerDetail, string>>

export type SellerFact = { readonly text: string; readonly example: boolean }

/**
 * What a reader is told of one detail. What is not set is an example in the demonstration, and null in a
 * shop that takes money: nobody may sell under a made-up name.
 */
export function sellerFact(
  business: SellerFacts,
  detail: SellerDetail,
  simulated: boolean,
  example: (detail: SellerDetail) => string,
): SellerFact | null {
  const set = business[detail]
  if (set !== '') return { text: set, example: false }
  return simulated ? { text: example(detail), example: true } : null
}

/** Where the Fair Trade Commission shows what it knows about a business, by its registration number. */
export function registerEntry({ registration }: SellerFacts): string | null {
  const digits = registration.replace(/\D/g, '')
  return digits.length === 10 ? `https://www.ftc.go.kr/bizCommPop.do?wrkr_no=${digits}` : null
}
