const format = new Intl.DateTimeFormat('sv-SE', {
  dateStyle: 'short',
  timeStyle: 'short',
  timeZone: 'Asia/Seoul',
})

/** `2026-11-24 09:30`, by the clock in Seoul. */
export const seoulTime = (at: Date | number): string => format.format(at)
