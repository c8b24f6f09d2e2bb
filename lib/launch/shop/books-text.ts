import type { Books } from '@/lib/core/books'
import { formatMoney } from '@/lib/core/money'
import { moneyTerms } from '@/lib/i18n/desk/order/money-terms'

const partsOfBooks = ['came', 'kept', 'onItsWay', 'givenBack', 'taken', 'added'] as const

/** Where the money is: `₩15,000 came, ₩12,000 kept, ₩3,000 on its way back`. */
export function booksText(books: Books): string {
  const { books: words, noMoney } = moneyTerms.en
  const parts = partsOfBooks.filter((part) => books[part].minor > 0)
  if (parts.length === 0) return noMoney
  return parts.map((part) => `${formatMoney(books[part])} ${words[part]}`).join(', ')
}
