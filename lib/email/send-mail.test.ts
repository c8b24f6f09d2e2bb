import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { parseEmail } from '../core/typed/email'
import { smtpSender } from './send-mail'

const letter = { to: 'kim@example.com', subject: 's', html: 'h', text: 't', id: '1' }
const open: (() => void)[] = []
afterEach(() => {
  for (const close of open.splice(0)) close()
})

/** A mail server that behaves as told. */
async function mailServer(behave: (socket: Socket) => void): Promise<string> {
  const sockets: Socket[] = []
  const server = createServer((socket) => {
    sockets.push(socket)
    socket.on('error', () => undefined)
    behave(socket)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  open.push(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  return `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const refusing = (socket: Socket) => {
  socket.write('220 here\r\n')
  socket.on('data', (said) =>
    socket.write(
      String(said).startsWith('RCPT')
        ? '550 5.1.1 <kim@example.com>: Recipient address rejected\r\n'
        : '250 fine\r\n',
    ),
  )
}
/** Takes every letter, and notes to whom each goes. */
const taking = (recipients: string[]) => (socket: Socket) => {
  let inLetter = false
  socket.write('220 here\r\n')
  socket.on('data', (bytes) => {
    const said = String(bytes)
    recipients.push(...(said.match(/(?<=^RCPT TO:<)[^>]*/gm) ?? []))
    if (inLetter && !said.endsWith('\r\n.\r\n')) return
    inLetter = said.startsWith('DATA')
    socket.write(inLetter ? '354 go on\r\n' : '250 fine\r\n')
  })
}
/** Says one more byte of its greeting, and never the end of it. */
const dripping = (socket: Socket) => {
  const timer = setInterval(() => socket.write('2'), 50)
  socket.on('close', () => clearInterval(timer))
}

test('a mail server that refuses is told of by its codes, without the address of whom it refused', async () => {
  const sendMail = smtpSender(await mailServer(refusing), 'shop@example.com')
  const error = await sendMail(letter).catch((thrown: Error) => thrown)
  expect(String(error)).toContain('550')
  expect(String(error)).not.toContain('@')
})

test.each([
  ['r&d@example.com', 'r&d@example.com'],
  ["o'neil+tea@example.com", "o'neil+tea@example.com"],
  ['norang@노랑.한국', 'norang@xn--o80br9i.xn--3e0b707e'],
  ['김노랑 <norang@xn--o80br9i.xn--3e0b707e>', 'norang@xn--o80br9i.xn--3e0b707e'],
])('a letter to whoever typed %s goes to %s', async (typed, recipient) => {
  const recipients: string[] = []
  const sendMail = smtpSender(await mailServer(taking(recipients)), 'shop@example.com')
  await sendMail({ ...letter, to: parseEmail(typed) ?? '' })
  expect(recipients).toEqual([recipient])
})

test.each([
  ['says nothing', () => undefined],
  ['never comes to an end', dripping],
])('a mail server that %s holds a letter up for seconds, not for minutes', async (_, behave) => {
  const sendMail = smtpSender(await mailServer(behave), 'shop@example.com', 200)
  const began = performance.now()
  await expect(sendMail(letter)).rejects.toThrow('did not take a letter')
  expect(performance.now() - began).toBeLessThan(5_000)
})
