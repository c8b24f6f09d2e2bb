const amsterdam = new Intl.DateTimeFormat('en', {
  timeZone: 'Europe/Amsterdam',
  timeZoneName: 'longOffset',
})

/** Adyen dates its events in Amsterdam, with the offset of that day: +01:00, and +02:00 in summer. */
export function eventDate(ms: number): string {
  const zone = amsterdam.formatToParts(ms).find(({ type }) => type === 'timeZoneName')?.value ?? ''
  const [, hours = '00'] = /^GMT\+(\d\d):00$/.exec(zone) ?? []
  return `${new Date(ms + Number(hours) * 3_600_000).toISOString().slice(0, 19)}+${hours}:00`
}
