import { createSocket } from 'node:dgram'
import { once } from 'node:events'

export type NameServer = {
  /** As a resolver takes it. */
  readonly address: string
  readonly close: () => Promise<void>
}
/** Text records by name; an address is a host's; null: nobody answers about it. */
export type Zone = Readonly<Record<string, { texts?: readonly string[]; host?: string } | null>>

const TXT = 16
const A = 1
const NO_SUCH_NAME = 3
const BROKEN = 2

/** A DNS server on loopback that knows just these names. */
export async function startNameServer(zone: Zone): Promise<NameServer> {
  const socket = createSocket('udp4')
  socket.on('message', (question, { port, address }) =>
    socket.send(answerTo(question, zone), port, address),
  )
  socket.bind(0, '127.0.0.1')
  await once(socket, 'listening')
  return {
    address: `127.0.0.1:${socket.address().port}`,
    close: () => new Promise((resolve) => socket.close(() => resolve())),
  }
}

function answerTo(question: Buffer, zone: Zone): Buffer {
  const { name, end } = nameIn(question)
  const type = question.readUInt16BE(end)
  const known = zone[name]
  const texts = type === TXT ? (known?.texts ?? []) : []
  const records = texts.map(textOf)
  if (type === A && known?.host) records.push(Buffer.from(known.host.split('.').map(Number)))
  const code = known === null ? BROKEN : known === undefined ? NO_SUCH_NAME : 0

  const header = Buffer.alloc(12)
  header.writeUInt16BE(question.readUInt16BE(0), 0)
  header.writeUInt16BE(0x8180 + code, 2)
  header.writeUInt16BE(1, 4)
  header.writeUInt16BE(records.length, 6)
  return Buffer.concat([
    header,
    question.subarray(12, end + 4),
    ...records.map((data) => recordOf(type, data)),
  ])
}

/** The labels of a question, and where they end. */
function nameIn(question: Buffer) {
  const labels: string[] = []
  let at = 12
  for (let length = question[at] ?? 0; length > 0; length = question[at] ?? 0) {
    labels.push(question.toString('latin1', at + 1, at + 1 + length))
    at += length + 1
  }
  return { name: labels.join('.').toLowerCase(), end: at + 1 }
}

const MOST = 255

/** In pieces of at most 255 bytes. */
function textOf(text: string): Buffer {
  const pieces = text.match(new RegExp(`.{1,${MOST}}`, 'gs')) ?? ['']
  return Buffer.concat(pieces.map((each) => Buffer.from([each.length, ...Buffer.from(each)])))
}

function recordOf(type: number, data: Buffer): Buffer {
  const head = Buffer.alloc(12)
  head.writeUInt16BE(0xc00c, 0) // the name of the question
  head.writeUInt16BE(type, 2)
  head.writeUInt16BE(1, 4)
  head.writeUInt32BE(60, 6)
  head.writeUInt16BE(data.length, 10)
  return Buffer.concat([head, data])
}
