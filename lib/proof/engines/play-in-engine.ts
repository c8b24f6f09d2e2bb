import { runInBrowser } from '../browser/browser-stage'
import { installDebians } from '../browser/find-browser'
import { engineNames } from './engine-names'
import { engineCalled, needs } from './engines'

/** Plays the stories of engines.spec.ts in the one that `--engine` names. Answers with the exit code. */
export async function playInEngine(args: readonly string[]): Promise<number> {
  const at = args.indexOf('--engine')
  const name = engineNames.find((known) => known === args[at + 1])
  if (!name) throw new Error(`Say which: --engine ${engineNames.join(', ')}.`)
  if (engineCalled(name).open === null) await installDebians(engineCalled(name).inDebian)
  // Chromium is found as for all stories, by who plays them.
  if (name !== 'chromium' && engineCalled(name).open === null) throw new Error(needs(name))
  return runInBrowser([...args.slice(0, at), ...args.slice(at + 2), `--project=${name}`])
}
