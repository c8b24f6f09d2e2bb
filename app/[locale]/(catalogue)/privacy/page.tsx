import { LegalPage, type LegalProps, legalMetadata } from '../legal'

export const revalidate = false
export const generateStaticParams = () => []
export const generateMetadata = legalMetadata('privacy')

export default function PrivacyPage({ params }: LegalProps) {
  return <LegalPage name="privacy" params={params} />
}
