import { createInterface } from 'node:readline/promises'
import { folded } from '@/lib/core/typed/text'
import type { Terminal } from './command'

const YES = /^(?:y|yes|네|예|ㅇ)$/i

/** The terminal that this process was started from. */
export function ownTerminal(stop: AbortSignal): Terminal {
  const isThere = process.stdin.isTTY && process.stdout.isTTY
  return {
    print: (text) => console.log(text),
    complain: (text) => console.error(text),
    ask: isThere ? (question) => askOnce(question, stop) : null,
  }
}

/** Whoever goes away, or is stopped, has not said yes. */
async function askOnce(question: string, stop: AbortSignal): Promise<boolean> {
  const reader = createInterface({ input: process.stdin, output: process.stdout })
  const gone = new Promise<string>((resolve) => reader.once('close', () => resolve('')))
  const answered = reader.question(question, { signal: stop }).catch(() => '')
  const answer = await Promise.race([answered, gone])
  reader.close()
  return YES.test(folded(answer))
}
