import type { Db } from '../db/connection'
import { catalogueVersion } from '../db/goods/products'

/**
 * Looks whether something has changed that the catalogue's pages show, and if so has them made anew.
 * What was kept by an earlier process counts as changed.
 */
export function watchCatalogue(db: Db, forgetPages: () => void | Promise<void>) {
  let seen: string | null = null
  return async (): Promise<void> => {
    const version = await catalogueVersion(db)
    if (version === seen) return
    await forgetPages()
    seen = version
  }
}
