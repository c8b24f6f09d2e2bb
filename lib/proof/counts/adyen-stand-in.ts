import { type Served, serve } from '../shop/serve'

/** Stands where Adyen would: sends every payment to a wallet, and says of each that it was authorised. */
export const adyenStandIn = (): Promise<Served> =>
  serve(async (request) => {
    const { pathname } = new URL(request.url)
    if (pathname.endsWith('/payments/details')) return Response.json({ resultCode: 'Authorised' })
    if (pathname.endsWith('/payments')) return Response.json(redirect)
    return new Response(null, { status: 404 })
  })

const redirect = {
  resultCode: 'RedirectShopper',
  action: { type: 'redirect', method: 'GET', url: 'https://wallet.example/pay' },
}
