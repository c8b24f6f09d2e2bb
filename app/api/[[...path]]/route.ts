import { missingPage, noDatabasePage, readerOf } from '@/app/api/refusals'
import { deps } from '@/lib/deps'

/**
 * No door. As a page that is not there, Next would look for a server action in a form that is sent to it. Every address of
 * a preview without a database leads here too (next.config.mjs).
 */
export const GET = (request: Request) =>
  deps().hasDatabase ? missingPage(readerOf(request)) : noDatabasePage(readerOf(request))
