import { missingPage, readerOf } from '@/app/api/refusals'

/** No door. As a page that is not there, Next would look for a server action in a form that is sent to it. */
export const GET = (request: Request) => missingPage(readerOf(request))
