import type { Metadata } from 'next'
import { localeIn } from '../../../locale'
import { aboutCollection, CollectionContents } from './collection-contents'

type Props = { readonly params: Promise<{ locale: string; slug: string }> }

export const revalidate = false
export const generateStaticParams = () => []

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return aboutCollection(await localeIn(params), (await params).slug)
}

export default async function CollectionPage({ params }: Props) {
  return (
    <CollectionContents locale={await localeIn(params)} slug={(await params).slug} sort="window" />
  )
}
