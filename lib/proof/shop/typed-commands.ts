import { readEnv } from '@/lib/env'
import { shopCommand } from '@/lib/launch/shop/shop-command'

type Told = { readonly code: number; readonly said: string; readonly complained: string }

/** Types lines of `npm run shop --`. `answer`: of whoever sits there; without one nobody does. */
export const typistOn =
  (databaseUrl: string, answer?: boolean) =>
  async (...words: string[]): Promise<Told> => {
    const said: string[] = []
    const complained: string[] = []
    const terminal = {
      print: (text: string) => void said.push(text),
      complain: (text: string) => void complained.push(text),
      ask: answer === undefined ? null : async () => answer,
    }
    const code = await shopCommand({ settings: readEnv({}), databaseUrl, terminal }, words)
    return { code, said: said.join('\n'), complained: complained.join('\n') }
  }
