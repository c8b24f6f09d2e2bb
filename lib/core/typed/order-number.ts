import { foldedNumber } from './text'

const NUMBER = /(?<![A-Z\d])(\d{8}) ?-? ?([A-Z\d]{4,5})(?![A-Z\d])/

/**
 * The order's number in what was typed or pasted, such as `20261123-4F7K`: in any case and width, with or without its
 * dash, also out of the whole reference of a payment, as a wallet or a bank statement shows it. Null for none.
 */
export function parseOrderNumber(typed: string): string | null {
  const found = NUMBER.exec(foldedNumber(typed).toUpperCase())
  return found ? `${found[1]}-${found[2]}` : null
}
