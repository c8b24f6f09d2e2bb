import { listenForStop } from './stop'

/** Runs one of the launcher's commands and answers with its exit code. Each loads what it needs, and no more. */
export async function runCommand(name: string, args: readonly string[]): Promise<number> {
  const stop = listenForStop()
  try {
    switch (name) {
      case 'dev':
      case 'start':
        return await (await import('./serve-shop')).serveShop(name, stop)
      case 'build':
        return await (await import('./next')).runNext(['build'], {}, stop)
      case 'migrate':
      case 'demo':
      case 'shop':
        return await (await import('./on-database')).onDatabase(name, args, stop)
      case 'doctor':
        return await (await import('./doctor/doctor-command')).doctorCommand(args, stop)
      default:
        console.error('Say which: dev, start, build, migrate, demo, doctor or shop.')
        return 1
    }
  } catch (error) {
    const { sentencesOf } = await import('./sentences-of')
    for (const sentence of sentencesOf(error)) console.error(sentence)
    return 1
  }
}
