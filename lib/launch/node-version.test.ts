import { expect, test } from 'vitest'
import { nodeVersionProblem } from './node-version'

test.each(['22.18.0', '22.21.1', '24.0.0', '26.1.0'])('Node %s will do', (version) => {
  expect(nodeVersionProblem(version)).toBeNull()
})

test.each(['18.20.0', '20.20.2', '22.17.1'])('Node %s is refused with one sentence', (version) => {
  expect(nodeVersionProblem(version)).toMatch(
    new RegExp(`^Norang needs Node 22\\.18 or newer and this is Node ${version}: .*\\.$`),
  )
})
