import { notFound } from 'next/navigation'
import { localeIn } from '../../locale'

// Addresses that somebody made up are not worth a place in the cache.
export const dynamic = 'force-dynamic'

/** Every other address of a language: the page that does not exist, in that language. */
export default async function MissingPage({ params }: { params: Promise<{ locale: string }> }) {
  await localeIn(params)
  notFound()
}
