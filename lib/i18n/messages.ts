import type { Messages } from 'next-intl'
import type { Locale } from '@/lib/core/locale'
import { en } from './messages/en'
import { ko } from './messages/ko'
import type { Either } from './messages/shape'

declare module 'next-intl' {
  interface AppConfig {
    Locale: Locale
    Messages: Either<typeof ko, typeof en>
  }
}

export const messagesOf: Record<Locale, Messages> = { ko, en }
