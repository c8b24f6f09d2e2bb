import { afterEach, expect, test, vi } from 'vitest'
import { readEnv } from '@/lib/env'
import { sentencesOf } from './sentences-of'

/* Whoever mistypes a setting reads it as their terminal speaks. */

function said(language: Record<string, string>): readonly string[] {
  for (const name of ['LC_ALL', 'LC_MESSAGES', 'LANG']) vi.stubEnv(name, language[name] ?? '')
  try {
    readEnv({ ADYEN_ENVIRONMENT: 'real' })
    return []
  } catch (error) {
    return sentencesOf(error)
  }
}
afterEach(() => vi.unstubAllEnvs())

const ko =
  'ADYEN_ENVIRONMENT: 모르는 값입니다. simulator, test, live 가운데 하나로 하거나 지우세요.'
const en = 'ADYEN_ENVIRONMENT is unknown: set it to simulator, test or live, or leave it out.'

test.each([
  [{ LANG: 'ko_KR.UTF-8' }, [ko]],
  [{ LANG: 'en_US.UTF-8' }, [en]],
  [{ LANG: 'en_US.UTF-8', LC_ALL: 'ko_KR.UTF-8' }, [ko]],
  [{ LANG: 'C.UTF-8' }, [en, ko]],
  [{}, [en, ko]],
])('with %j', (language, sentences) => {
  expect(said(language)).toEqual(sentences)
})

test('what is no mistake of settings is said as it is', () => {
  expect(sentencesOf(new AggregateError([new Error('one'), new Error('two')]))).toEqual([
    'one, two',
  ])
})
