import type { SettingWords } from '../i18n/settings/setting-words'

/** Thrown at start when a setting is missing or wrong. Each mistake names its variable and says what to do. */
export class SettingsError extends Error {
  override name = 'SettingsError'
  constructor(readonly mistakes: readonly SettingWords[]) {
    super(mistakes.map(({ en }) => en).join('\n'))
  }
}
