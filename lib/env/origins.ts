/**
 * Where the simulator's pages live. On one's own machine that is another origin than the shop's, so that
 * the redirect, the cookies and the security policy are crossed as they are with Adyen.
 */
export function simulatorOrigin(baseUrl: string): string {
  const url = new URL(baseUrl)
  if (url.hostname === 'localhost') url.hostname = '127.0.0.1'
  return url.origin
}

/** True when this shop can only be reached from the machine that it runs on. */
export const isLoopback = (url: string) => isLoopbackHost(new URL(url).hostname)

const isLoopbackHost = (host: string) =>
  host === 'localhost' || host === '[::1]' || host === '::1' || /^127(\.\d+){3}$/.test(host)
