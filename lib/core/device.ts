import { appNamedIn } from './in-app'

/** The particular before the general: every browser claims to be several others too. */
const browsers = [
  [/Whale\//, 'Whale'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/Edg(?:e|A|iOS)?\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
] as const

const systems = [
  [/iPhone|iPod/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/CrOS/, 'ChromeOS'],
  [/Mac OS X/, 'Mac'],
  [/Linux/, 'Linux'],
] as const

/** What a browser calls itself, as its owner would: `Chrome, Android`. Null when it says nothing known. */
export function deviceOf(userAgent: string | null): string | null {
  const said = userAgent ?? ''
  const named = (table: typeof browsers | typeof systems) =>
    table.find(([sign]) => sign.test(said))?.[1] ?? null
  const names = [appNamedIn(said) ?? named(browsers), named(systems)].filter(
    (name) => name !== null,
  )
  return names.length > 0 ? names.join(', ') : null
}
