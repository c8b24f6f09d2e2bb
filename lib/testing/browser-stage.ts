import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { ended, isBesideAdyen, withShop } from './production'

/** Plays the stories of e2e/ against the production build, with a database of its own; answers with the exit code. */
export const runInBrowser = (
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<number> =>
  withShop(({ url, databaseUrl, executablePath, stop }) => {
    const stories = spawn(join('node_modules', '.bin', 'playwright'), ['test', ...args], {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: {
        ...process.env,
        ...env,
        BASE_URL: url,
        DATABASE_URL: databaseUrl,
        NORANG_BROWSER: executablePath,
        NORANG_OTHER_SIDE: isBesideAdyen ? 'adyen' : 'simulator',
      },
    })
    return ended(stories, stop)
  })
