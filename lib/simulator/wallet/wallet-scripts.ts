/**
 * Counts down, and asks now and then whether the payment was ended on a phone or the clock was moved.
 * Without JavaScript the time stands still and reloading the page does the same.
 */
export const timerScript = `
const shown = document.getElementById('left')
let ends = Date.now() + Number(shown.dataset.ms)
setInterval(() => {
  const left = Math.max(0, Math.round((ends - Date.now()) / 1000))
  shown.textContent = [Math.floor(left / 60), left % 60].map((n) => String(n).padStart(2, '0')).join(':')
}, 1000)
let leaving = false
addEventListener('pagehide', () => { leaving = true })
addEventListener('submit', () => { leaving = true })
setInterval(async () => {
  if (leaving) return
  try {
    const { over, leftMs } = await (await fetch(shown.dataset.status)).json()
    ends = Date.now() + leftMs
    if (over && !leaving) location.replace(shown.dataset.page)
  } catch {}
}, 2500)
`
