/** A browser that asks nobody for anything but our pages. As root Chromium cannot build its sandbox. */
export const browserFlags = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-sync',
  '--no-first-run',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
]
