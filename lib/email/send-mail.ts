import type { Transporter } from 'nodemailer'
import { z } from 'zod'

type Mail = { to: string; subject: string; html: string; text: string; id: string }

/** Hands one mail to a mail server, or throws. */
export type SendMail = (mail: Mail) => Promise<void>

// Three times this is shorter than a job may take: a server that says nothing holds up no other work.
const PATIENCE_MS = 8_000

export function smtpSender(url: string, from: string, patience = PATIENCE_MS): SendMail {
  const limits = { connectionTimeout: patience, greetingTimeout: patience, socketTimeout: patience }
  let transport: Transporter | undefined
  // Loaded by the process that sends letters, when it sends the first.
  const connected = async () => {
    transport ??= (await import('nodemailer')).createTransport({ url, ...limits })
    return transport
  }
  return async ({ to, subject, html, text, id }) => {
    // The same letter always has the same id, so that a mailbox can tell a repeat.
    const mail = { from, to, subject, html, text, messageId: `<${id}@norang>` }
    const late = new Promise<never>((_, reject) =>
      setTimeout(
        reject,
        3 * patience,
        Object.assign(new Error('too slow'), { code: 'ETIMEDOUT' }),
      ).unref(),
    )
    await Promise.race([(await connected()).sendMail(mail), late]).catch((error: unknown) => {
      throw new Error(`The mail server did not take a letter: ${reasonOf(error)}`)
    })
  }
}

/** Whether a mail server lets us in; `refused` when it answered, and said no. */
export type MailServerSaid =
  | { readonly kind: 'taken' }
  | { readonly kind: 'refused' | 'silent'; readonly why: string }

/** Goes as far as the sign-in, and sends nothing. */
export async function askMailServer(url: string, patience = PATIENCE_MS): Promise<MailServerSaid> {
  const limits = { connectionTimeout: patience, greetingTimeout: patience, socketTimeout: patience }
  const transport = (await import('nodemailer')).createTransport({ url, ...limits })
  try {
    await transport.verify()
    return { kind: 'taken' }
  } catch (error) {
    const { responseCode, code } = failure.safeParse(error).data ?? {}
    const isAnswered = responseCode !== undefined || code === 'EAUTH'
    return { kind: isAnswered ? 'refused' : 'silent', why: reasonOf(error) }
  } finally {
    transport.close()
  }
}

const failure = z.object({ code: z.string().optional(), responseCode: z.number().optional() })

/** Servers repeat the recipient's address in what they answer, and it would be logged: only codes are told. */
function reasonOf(error: unknown): string {
  const { code, responseCode } = failure.safeParse(error).data ?? {}
  return [code, responseCode].filter((part) => part !== undefined).join(' ') || 'no code'
}
