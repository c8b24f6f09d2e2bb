import type { Books } from '@/lib/core/books'
import { formatMoney } from '@/lib/core/money'

const words = {
  came: 'came',
  kept: 'kept',
  onItsWay: 'on its way back',
  givenBack: 'given back',
  taken: 'taken by disputes',
  added: 'added by the shop',
} as const satisfies Record<keyof Books, string>

const partsOfBooks = ['came', 'kept', 'onItsWay', 'givenBack', 'taken', 'added'] as const

/** Where the money is: `₩15,000 came, ₩12,000 kept, ₩3,000 on its way back`. */
export function booksText(books: Books): string {
  const parts = partsOfBooks.filter((part) => books[part].minor > 0)
  if (parts.length === 0) return 'no money has come'
  return parts.map((part) => `${formatMoney(books[part])} ${words[part]}`).join(', ')
}
