const AFTER_A_PAUSE_MS = 600

/**
 * Sends what is typed to the server after every pause and when the page is left, so that it is there
 * again after Back, a reload, or a network that came and went. Answers with what ends it.
 */
export function sendDraftWhileTyping(form: HTMLFormElement): () => void {
  let timer = 0
  let unsent = [...form.elements].some(
    (field) => field instanceof HTMLInputElement && field.value !== field.defaultValue,
  )
  const send = () => {
    window.clearTimeout(timer)
    if (!unsent || !navigator.onLine) return
    unsent = !navigator.sendBeacon('/api/checkout/draft', new FormData(form))
  }
  const note = () => {
    unsent = true
    window.clearTimeout(timer)
    timer = window.setTimeout(send, AFTER_A_PAUSE_MS)
  }
  send()
  form.addEventListener('input', note)
  window.addEventListener('pagehide', send)
  window.addEventListener('online', send)
  // A phone may end a page that it has put away without another word.
  document.addEventListener('visibilitychange', send)
  return () => {
    window.clearTimeout(timer)
    form.removeEventListener('input', note)
    window.removeEventListener('pagehide', send)
    window.removeEventListener('online', send)
    document.removeEventListener('visibilitychange', send)
  }
}
