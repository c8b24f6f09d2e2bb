import { LegalPage, type LegalProps, legalMetadata } from '../legal'

export const revalidate = 60
export const generateStaticParams = () => []
export const generateMetadata = legalMetadata('privacy')

export default function PrivacyPage({ params }: LegalProps) {
  return <LegalPage name="privacy" params={params} />
}
