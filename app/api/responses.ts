import { renewWindow } from '@/components/window/window-version'
import type { Locale } from '@/lib/core/locale'
import { deps } from '@/lib/deps'
import type { Started } from '@/lib/flows/payment/start-payment'

/** 303: whatever was posted, the browser goes on with a GET. Relative, so that any host fits. */
export const seeOther = (location: string, headers: Record<string, string> = {}) =>
  new Response(null, {
    status: 303,
    headers: { Location: location, 'Cache-Control': 'no-store', ...headers },
  })

/**
 * Work that is due is also done after a request: a cheap plan's cron comes once a day. Before it, what nobody may learn
 * of from the time that the answer takes.
 */
export function workAfterwards(first?: () => Promise<void>): void {
  const shop = deps()
  if (shop.hasWorker) {
    shop.workAfterwards(first)
    return
  }
  const tellToo = async () => {
    await first?.()
    await tellSimulated()
  }
  shop.workAfterwards(tellToo, renewWindow)
}

/** Where no process stays, requests have the simulator beside the shop send what it owes. */
export async function tellSimulated(): Promise<void> {
  if (!deps().simulatorSleeps) return
  const { deliverSoon } = await import('@/app/simulator/wiring')
  await deliverSoon()
}

/** Where the shopper goes after asking to pay. `form` is the page that has the form. */
export function startedAt(started: Started, locale: Locale, form: string): Response {
  switch (started.kind) {
    case 'redirect': {
      const { method, url } = started.to
      return method === 'GET'
        ? seeOther(url)
        : seeOther(`/${locale}/orders/${started.order}/continue`)
    }
    case 'answered':
    case 'no_answer':
      return seeOther(`/${locale}/orders/${started.order}/result?attempt=${started.number}`)
    case 'often':
      return seeOther(`/${locale}/orders/${started.order}?problem=often`)
    // Their door has put what it holds into the visitor's cart; a subscription is begun anew.
    case 'outdated': {
      const anew = started.plan === null ? 'checkout' : `subscriptions/new/${started.plan}`
      return seeOther(`/${locale}/${anew}?problem=outdated${started.isOpen ? '_open' : ''}`)
    }
    case 'empty_cart':
    case 'sold_out':
      return seeOther(`/${locale}/cart?problem=${started.kind}`)
    case 'changed':
    case 'delivery':
      return seeOther(`${form}?problem=${started.kind}`)
  }
}
