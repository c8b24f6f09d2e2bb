import type { TestContext } from 'vitest'
import { noSpecification, specification } from './specification'

/** For a test, or as the `beforeEach` of several: without Adyen's files there is nothing to hold it against. */
export const needsSpecification = ({ skip }: Pick<TestContext, 'skip'>) =>
  skip(specification() === null, noSpecification)
