import { newPspReference } from '@/lib/simulator/references'

export type Answer = {
  readonly status: number
  readonly body: unknown
  readonly headers?: Readonly<Record<string, string>>
}

type ErrorType = 'validation' | 'security' | 'configuration' | 'internal'

export function serviceError(
  status: number,
  errorCode: string,
  message: string,
  errorType: ErrorType,
): Answer {
  return { status, body: { status, errorCode, message, errorType } }
}

export const invalid = (errorCode: string, message: string) =>
  serviceError(422, errorCode, message, 'validation')

/** Something in the JSON has another type than the specification says. */
export const malformed = (field: string) =>
  serviceError(400, '702', `The '${field}' field is invalid.`, 'validation')

/** Adyen marks what may be asked again unchanged, with the same Idempotency-Key. */
export const transient = (answer: Answer): Answer => ({
  ...answer,
  headers: { 'transient-error': 'true' },
})

export const unauthorised = serviceError(
  401,
  '000',
  'HTTP Status Response - Unauthorized',
  'security',
)

export const notFound = serviceError(404, '000', 'HTTP Status Response - Not Found', 'validation')

export const wrongMerchantAccount = (): Answer => ({
  status: 403,
  body: {
    status: 403,
    errorCode: '901',
    message: 'Invalid Merchant Account',
    errorType: 'security',
    pspReference: newPspReference(),
  },
})

export const alreadyProcessed = (status = 422) =>
  serviceError(status, '704', 'request already processed or in progress', 'validation')

export const jsonResponse = (answer: Answer): Response =>
  new Response(answer.status === 204 ? null : JSON.stringify(answer.body), {
    status: answer.status,
    headers: { 'content-type': 'application/json;charset=UTF-8', ...answer.headers },
  })
