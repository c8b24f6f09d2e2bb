import { LegalPage, type LegalProps, legalMetadata } from '../legal'

export const revalidate = false
export const generateStaticParams = () => []
export const generateMetadata = legalMetadata('delivery')

export default function DeliveryPage({ params }: LegalProps) {
  return <LegalPage name="delivery" params={params} />
}
