import { html } from '@/lib/simulator/html'
import { type WalletView, walletFrame } from '@/lib/simulator/wallet/wallet-page'
import { walletWords } from '@/lib/simulator/wallet/wallet-words'

/** Before a wallet is saved, Kakao asks its owner to log in and agree. Not agreeing is leaving. */
export function consentPage({
  payment,
  shopName,
  ownPath,
  secret,
  samePhone,
}: WalletView): Response {
  const say = walletWords[payment.locale]
  const [name, value] = secret
  const onwards = `${ownPath}${ownPath.includes('?') ? '&' : '?'}agreed=1`
  return walletFrame(
    payment,
    html`<h1>${say.consent}</h1>
<dl><dt>${say.to}</dt><dd>${shopName}</dd></dl>
<p>${say.consentWhat}</p>
<ul><li>${say.consentCharge}</li><li>${say.consentStop}</li></ul>
<div class="after"><a class="button first" href="${onwards}">${say.agree}</a></div>
<form method="post"><input type="hidden" name="${name}" value="${value}">${
      samePhone ? html`<input type="hidden" name="app" value="1">` : null
    }
<ul><li><button name="press" value="Cancel" lang="en">Cancel</button>
<p class="hint">${say.consentRefuse}</p></li></ul></form>`,
  )
}
