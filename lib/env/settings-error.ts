/** Thrown at start when a setting is missing or wrong. Each sentence names its variable and says what to do. */
export class SettingsError extends Error {
  override name = 'SettingsError'
  constructor(readonly sentences: readonly string[]) {
    super(sentences.join('\n'))
  }
}
