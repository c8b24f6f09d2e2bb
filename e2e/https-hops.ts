import { once } from 'node:events'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'

// For a server on loopback that only sends browsers on: everybody may know this key.
const key = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgyMp+cDCegDPOT+DB
GEbbOTHzFVYN5B8i3vAUZK53+h+hRANCAAR0fx2WYaiQq1gTj10d5A9Qdu1ORXVK
bxXAw1XjgEW/DnvGrr5LNIt3pu0np2Ffuo5BPPZtZS06cpX/ZFZ3GC69
-----END PRIVATE KEY-----`
const cert = `-----BEGIN CERTIFICATE-----
MIIBmjCCAUGgAwIBAgIURCLgg+4DIQKlSWCtZqtHuHpmSeYwCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEzMDEzNTE1NVoYDzIxMjYxMTA2
MTM1MTU1WjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAAR0fx2WYaiQq1gTj10d5A9Qdu1ORXVKbxXAw1XjgEW/DnvGrr5LNIt3
pu0np2Ffuo5BPPZtZS06cpX/ZFZ3GC69o28wbTAdBgNVHQ4EFgQUiofOxzwgujHL
P/LGvdShZjVLr+UwHwYDVR0jBBgwFoAUiofOxzwgujHLP/LGvdShZjVLr+UwDwYD
VR0TAQH/BAUwAwEB/zAaBgNVHREEEzARgglsb2NhbGhvc3SHBH8AAAEwCgYIKoZI
zj0EAwIDRwAwRAIgIJuwmxjLA+kbckOlxU6JDieXGAWRg9dlsu6qQ2VEhBkCIA5d
Xfqt4rBz+SmTYdzIaMGZUv9PBLzOJlArxadiooBP
-----END CERTIFICATE-----`

export type Hops = {
  /** An https address that leads over a second one to where it says. */
  to(address: string): string
  /** How often somebody was sent on from the second to where it said. */
  passed(): number
  close(): void
}

/** Adyen's and the wallet's own pages between our form post and the wallet or its app. */
export async function startHops(): Promise<Hops> {
  let passed = 0
  const server = createServer({ key, cert }, ({ url = '/' }, response) => {
    const location = new URL(url, 'https://localhost').searchParams.get('to') ?? ''
    if (url.startsWith('/second')) passed++
    response.writeHead(302, { location }).end()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const hop = (name: string, to: string) =>
    `https://localhost:${port}/${name}?${new URLSearchParams({ to })}`
  return {
    to: (address) => hop('first', hop('second', address)),
    passed: () => passed,
    close: () => void server.close(),
  }
}
