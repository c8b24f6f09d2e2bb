import { takesForm } from '@/app/api/form'
import { byPerson, mailCode } from '../by-person'
import { toDesk } from '../desk-answers'

/** Mails another code to somebody who was asked for one; what they had typed waits on. */
export const POST = takesForm(
  'desk/confirm',
  byPerson('desk/confirm', async (sent) => {
    const waiting = sent.fields.waiting ?? ''
    return (await mailCode(sent, sent.person)) ?? { waiting }
  }),
  async ({ waiting }) => toDesk('/admin/confirm', { draft: waiting, done: 'mailed' }),
)
