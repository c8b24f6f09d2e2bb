import { dropHandOver } from '@/lib/db/people/hand-overs'
import type { Deps } from '../deps'

/** The visitor goes on with their own cart, though another browser has taken it over: as another order. */
export const goOnHere = ({ db }: Deps, visitor: string): Promise<void> => dropHandOver(db, visitor)
