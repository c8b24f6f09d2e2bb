import type { TestProject } from 'vitest/node'
import { prepareTemplate, startTestPostgres } from './test-postgres'

declare module 'vitest' {
  export interface ProvidedContext {
    testServer: string
    /** The database with our schema that the others are copied from. */
    testTemplate: string
  }
}

/** Runs once before all tests. What it returns runs once after them. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startTestPostgres()
  project.provide('testServer', server.url)
  project.provide('testTemplate', await prepareTemplate(server.url))
  return server.stop
}
