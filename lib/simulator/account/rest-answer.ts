import type { Answer } from '@/lib/simulator/answer'

const titles: Readonly<Record<number, readonly [name: string, title: string]>> = {
  400: ['bad-request', 'Bad request'],
  401: ['unauthorized', 'Unauthorized'],
  403: ['forbidden', 'Forbidden'],
  404: ['not-found', 'Not found'],
  422: ['validation', 'Validation error'],
  500: ['internal', 'An internal error happened'],
}

/** The envelope of errors of Adyen's newer APIs. */
export function restError(status: number, detail: string): Answer {
  const [name, title] = titles[status] ?? ['unknown', 'Unknown']
  const type = `https://docs.adyen.com/errors/${name}`
  return { status, body: { type, title, status, detail, errorCode: `00_${status}` } }
}
