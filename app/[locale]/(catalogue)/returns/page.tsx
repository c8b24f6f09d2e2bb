import { LegalPage, type LegalProps, legalMetadata } from '../legal'

export const revalidate = false
export const generateStaticParams = () => []
export const generateMetadata = legalMetadata('returns')

export default function ReturnsPage({ params }: LegalProps) {
  return <LegalPage name="returns" params={params} />
}
