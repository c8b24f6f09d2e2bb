import { type Served, serveRequests } from '@/lib/launch/serve-requests'

export type { Served }

/** A fetch-style handler behind a real socket on loopback, on a port that was free. */
export const serve = (handler: (request: Request) => Promise<Response>): Promise<Served> =>
  serveRequests(handler, { port: 0, host: '127.0.0.1' })
