import { readFileSync } from 'node:fs'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/**
 * A mutant is dead at the first test that fails, and most die of a single example: files with properties, which take
 * seconds each, come after all others.
 */
export class QuickFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isSlow = ({ moduleId }: TestSpecification) =>
      readFileSync(moduleId, 'utf8').includes('fast-check')
    return files.toSorted((one, other) => Number(isSlow(one)) - Number(isSlow(other)))
  }
}
