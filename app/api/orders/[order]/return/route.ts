import { actLinkIn } from '@/app/api/act-link'
import { takesForm } from '@/app/api/form'
import { missingPage } from '@/app/api/refusals'
import { seeOther } from '@/app/api/responses'
import { afterActOnGoods } from '@/app/api/told-of-goods'
import { firstLetters } from '@/lib/core/graphemes'
import { claimId, parseOrderId, parseWishId } from '@/lib/core/ids'
import { asLines } from '@/lib/core/typed/text'
import { deps } from '@/lib/deps'
import { openClaim } from '@/lib/flows/order/open-claim'
import { claimFieldsIn, parseClaimForm } from '@/lib/views/claim-form'
import { askerOf } from '@/lib/visitor/asker'
import { claimDraftCookie } from '@/lib/visitor/claim-draft'

// As many signs as the page takes: three bytes each, so that a cookie holds them.
const LONGEST_REASON = 500

export const POST = takesForm(
  'orders/[order]/return',
  ({ params, fields, locale, cookies }) => {
    const order = parseOrderId(params.order ?? '')
    if (!order) return missingPage(locale)
    const link = actLinkIn(fields)
    const words = firstLetters(asLines(fields.reason ?? ''), LONGEST_REASON)
    /** To the form that says what is wrong, with all that was typed. */
    const back = () => {
      const reason = words.slice(0, LONGEST_REASON)
      cookies.push(claimDraftCookie({ order, fields: { ...claimFieldsIn(fields), reason } }))
      const query = new URLSearchParams({ problem: 'fields', ...(link ? { link } : {}) })
      return seeOther(`/${locale}/orders/${order}/return?${query}`)
    }
    const form = parseClaimForm(fields)
    if (form === 'mistakes') return back()
    const claim = parseWishId(fields.claim ?? '') ?? deps().newId()
    return { order, asked: { ...form, claim: claimId(claim), words }, link, back }
  },
  async ({ order, asked, link, back }, { request, locale, cookies }) => {
    const told = await openClaim(deps(), await askerOf(request, link), order, asked)
    const isTyped = asked.pieces !== null
    if (isTyped && (told === 'more_than_there_are' || told === 'too_late')) return back()
    if (told === 'done') cookies.push(claimDraftCookie(null))
    const page = `/${locale}/orders/${order}`
    return afterActOnGoods(told, { page, act: 'return', problem: 'return', locale })
  },
)
