import { LegalPage, type LegalProps, legalMetadata } from '../legal'

export const revalidate = false
export const generateStaticParams = () => []
export const generateMetadata = legalMetadata('terms')

export default function TermsPage({ params }: LegalProps) {
  return <LegalPage name="terms" params={params} />
}
