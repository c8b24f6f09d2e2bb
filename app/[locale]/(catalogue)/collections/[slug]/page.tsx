import type { Metadata } from 'next'
import { localeIn } from '../../../locale'
import { aboutCollection, Collection } from './collection'

type Props = { readonly params: Promise<{ locale: string; slug: string }> }

export const revalidate = false
export const generateStaticParams = () => []

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return aboutCollection(await localeIn(params), (await params).slug)
}

export default async function CollectionPage({ params }: Props) {
  return <Collection locale={await localeIn(params)} slug={(await params).slug} sort="window" />
}
