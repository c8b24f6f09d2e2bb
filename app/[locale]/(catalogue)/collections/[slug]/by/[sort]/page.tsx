import type { Metadata } from 'next'
import { sorts } from '@/lib/views/search'
import { localeIn } from '../../../../../locale'
import { NotThere } from '../../../../not-there'
import { aboutCollection, CollectionContents } from '../../collection-contents'

type Props = { readonly params: Promise<{ locale: string; slug: string; sort: string }> }

export const revalidate = false
export const generateStaticParams = () => []

/** To search engines the same page as the collection in its own order. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return aboutCollection(await localeIn(params), (await params).slug)
}

/** A page of its own, and not a question mark behind the other: so it can be kept like every page. */
export default async function SortedCollectionPage({ params }: Props) {
  const locale = await localeIn(params)
  const { slug, sort: asked } = await params
  const sort = sorts.find((known) => known === asked)
  if (!sort) return <NotThere locale={locale} />
  return <CollectionContents locale={locale} slug={slug} sort={sort} />
}
