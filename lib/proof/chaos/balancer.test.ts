import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { freePort } from '@/lib/launch/port'
import { type Balancer, startBalancer } from './balancer'

const open: { close: () => unknown }[] = []
afterEach(async () => {
  for (const one of open.splice(0)) await one.close()
})

type Answer = (incoming: IncomingMessage, outgoing: ServerResponse) => void

async function instance(answer: Answer): Promise<number> {
  const server = createServer(answer)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  open.push({ close: () => server.closeAllConnections() }, server)
  return (server.address() as AddressInfo).port
}

async function balancerBefore(...ports: number[]): Promise<Balancer> {
  const balancer = await startBalancer(await freePort(), () => ports)
  open.push(balancer)
  return balancer
}

const says =
  (word: string): Answer =>
  (_, outgoing) =>
    outgoing.end(word)
const textOf = async (url: string) => (await fetch(url)).text()

test('requests go to one instance after the other', async () => {
  const { origin } = await balancerBefore(await instance(says('a')), await instance(says('b')))
  const words = [await textOf(origin), await textOf(origin), await textOf(origin)]
  expect(words[0]).not.toBe(words[1])
  expect(words[0]).toBe(words[2])
})

test('an instance that is not there is passed over', async () => {
  const { origin } = await balancerBefore(await freePort(), await instance(says('b')))
  expect([await textOf(origin), await textOf(origin)]).toEqual(['b', 'b'])
})

test('nobody there is said with 503', async () => {
  const { origin } = await balancerBefore(await freePort())
  expect((await fetch(origin)).status).toBe(503)
})

test('what an instance has taken and not answered is sent to nobody else', async () => {
  let taken = 0
  const dies: Answer = (incoming) => {
    taken += 1
    incoming.resume().on('end', () => incoming.socket.destroy())
  }
  const { origin } = await balancerBefore(await instance(dies), await instance(dies))
  expect((await fetch(origin, { method: 'POST', body: 'pay' })).status).toBe(502)
  expect(taken).toBe(1)
})

test('an answer that breaks off breaks off for the client too', async () => {
  const half: Answer = (_, outgoing) => {
    outgoing.writeHead(200, { 'content-length': '100' })
    outgoing.write('half', () => outgoing.destroy())
  }
  const { origin } = await balancerBefore(await instance(half))
  await expect(textOf(origin)).rejects.toThrow()
})
