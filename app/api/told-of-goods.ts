import { mayNotPage, missingPage } from '@/app/api/refusals'
import { seeOther, workAfterwards } from '@/app/api/responses'
import type { Locale } from '@/lib/core/locale'
import type { ToldGoods } from '@/lib/flows/order/act-on-goods'

type Asked = {
  /** The order's page. */
  readonly page: string
  /** The page of it that mails a link for the act. */
  readonly act: 'cancel' | 'return'
  /** By what name the order's page says that it could not be done. */
  readonly problem: string
  readonly locale: Locale
}

/** Where the shopper goes after an act on goods. What was done before is no problem. */
export function afterActOnGoods(told: ToldGoods, { page, act, problem, locale }: Asked) {
  switch (told) {
    case null:
      return missingPage(locale)
    case 'may_not':
      return mayNotPage(`${page}/${act}`, locale)
    case 'done':
      workAfterwards()
      return seeOther(page)
    case 'known':
      return seeOther(page)
    case 'too_often':
      return seeOther(`${page}?problem=${problem}_often`)
    default:
      return seeOther(`${page}?problem=${problem}`)
  }
}
