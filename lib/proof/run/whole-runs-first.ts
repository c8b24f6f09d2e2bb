import { BaseSequencer, type TestSpecification } from 'vitest/node'

const WHOLE_RUNS = '/lib/proof/'

/**
 * By itself vitest begins with the largest files where it has not run before. A file that lives whole histories, starts
 * builds of then or mutates is small, takes a minute, and was the last that everybody waited for.
 */
export class WholeRunsFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const { true: whole = [], false: rest = [] } = Object.groupBy(sorted, ({ moduleId }) =>
      String(moduleId.includes(WHOLE_RUNS)),
    )
    return [...whole, ...rest]
  }
}
