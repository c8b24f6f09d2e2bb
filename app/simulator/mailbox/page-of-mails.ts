import { html, htmlPage } from '@/lib/simulator/html'
import type { MailView } from '@/lib/views/mailbox'

/** All letters on one plain page, each as its reader would see its text. */
export const mailboxPage = (mails: readonly MailView[]): Response =>
  htmlPage({
    lang: 'en',
    title: 'Mailbox · Norang',
    style,
    body: html`<main>
<h1>Mailbox</h1>
<p>What the shop has sent, newest first. This is a demonstration, no money moves.</p>
${mails.length === 0 ? html`<p>No mail yet.</p>` : mails.map(letter)}
</main>`,
  })

const letter = ({
  id,
  to,
  subject,
  at,
  text,
}: MailView) => html`<article aria-labelledby="mail-${id}">
<h2 id="mail-${id}">${subject}</h2>
<p class="meta">To ${to}, <time datetime="${at}">${at}</time></p>
<div class="text">${linked(text)}</div>
</article>`

/** The text with its addresses as links. */
const linked = (text: string) =>
  text
    .split(/(https?:\/\/\S+)/)
    .map((part, index) => (index % 2 === 1 ? html`<a href="${part}">${part}</a>` : part))

const style = `
:root { color-scheme: light dark; font: 16px/1.6 system-ui, sans-serif; }
body { margin: 0; padding: 1rem; background: light-dark(#fffdf3, #1d1a12); color: light-dark(#231d0f, #f6efdc); }
main { max-width: 42rem; margin: 0 auto; }
article { border: 1px solid light-dark(#e2d6b0, #4a4330); border-radius: 12px; padding: 1rem; margin: 1rem 0; }
h2 { font-size: 1.1rem; margin: 0; }
.meta { color: light-dark(#5c5340, #cbbf9f); margin: 0 0 .75rem; }
.text { white-space: pre-wrap; overflow-wrap: anywhere; }
a { color: inherit; }
`
