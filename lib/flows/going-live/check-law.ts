import { lawWords } from '@/lib/i18n/going-live/law-words'
import { type Finding, unseen } from './finding'

/** What the law asks and no machine can see. */
export const checkLaw = (): Finding[] => [
  unseen('escrow', lawWords.escrow),
  unseen('cash_receipt', lawWords.cash_receipt),
]
