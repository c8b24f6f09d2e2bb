import { createTransport } from 'nodemailer'

type Mail = { to: string; subject: string; html: string; text: string; id: string }

/** Hands one mail to a mail server, or throws. */
export type Post = (mail: Mail) => Promise<void>

export function smtpPost(url: string, from: string): Post {
  const transport = createTransport(url)
  return async ({ to, subject, html, text, id }) => {
    // The same letter always has the same id, so that a mailbox can tell a repeat.
    await transport.sendMail({ from, to, subject, html, text, messageId: `<${id}@norang>` })
  }
}
