import type { Metadata, Viewport } from 'next'

/** How every page fits a screen. */
export const onEveryScreen: Viewport = {
  // Up to the edges of a phone; app/globals.css keeps what is read away from its corners.
  viewportFit: 'cover',
  // A keyboard makes the page smaller and covers nothing of it: the bar that pays is then in its place, and not on a field.
  interactiveWidget: 'resizes-content',
  // The paper of app/globals.css, by day and by night.
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fffbf0' },
    { media: '(prefers-color-scheme: dark)', color: '#18130a' },
  ],
}

/** A phone takes order numbers, dates and sums for phone numbers, and makes links of them. */
export const nothingIsDetected: Metadata = {
  formatDetection: { telephone: false, date: false, address: false, email: false },
}
