import type { Locale } from '@/lib/core/locale'
import { en } from './messages/en'
import { ko } from './messages/ko'

declare module 'next-intl' {
  interface AppConfig {
    Locale: Locale
    Messages: typeof ko
  }
}

export const messagesOf = { ko, en } as const satisfies Record<Locale, unknown>
