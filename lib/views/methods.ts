import type { Adyen } from '../adyen/client'
import { type Method, type MethodType, wallet } from '../adyen/methods'
import type { Locale } from '../core/locale'
import type { Money } from '../core/money'
import { methodNames } from '../i18n/methods'

/** A payment method as a page shows it. */
export type MethodView = {
  /** What a form sends for it. */
  readonly value: string
  readonly name: string
  /** The address of its drawing. */
  readonly mark: string
}

// A method of the table without a name in each language does not compile here.
const names: Readonly<Record<Locale, Readonly<Record<MethodType, string>>>> = methodNames

export const methodView = ({ type, mark }: Method, locale: Locale): MethodView => ({
  value: type,
  name: names[locale][type],
  mark: `/payment-methods/${mark}`,
})

/** What Adyen offers. When it cannot be asked, KakaoPay is still offered: paying will tell. */
export const offeredMethods = async (
  adyen: Adyen,
  amount: Money,
  locale: Locale,
): Promise<readonly Method[]> => (await adyen.paymentMethods(amount, locale)) ?? [wallet]

/** The same, for a page. */
export const methodsView = async (adyen: Adyen, amount: Money, locale: Locale) =>
  (await offeredMethods(adyen, amount, locale)).map((method) => methodView(method, locale))
