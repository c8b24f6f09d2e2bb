import { getRequestConfig } from 'next-intl/server'
import { localeOr } from '@/lib/core/locale'
import { messagesOf } from './messages'

/** Where next-intl asks for the words of a request. */
export default getRequestConfig(async ({ requestLocale }) => {
  const locale = localeOr(await requestLocale)
  return { locale, messages: messagesOf[locale], timeZone: 'Asia/Seoul' }
})
