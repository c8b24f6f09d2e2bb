/**
 * The versions that change the schema, each by one step. Its name is the first two numbers of the one in package.json;
 * the third rises with everything else.
 */
export type Version = {
  readonly name: string
  readonly step: string
  /** The last commit on main before the next version's step; null while there is no next version. */
  readonly commit: string | null
}

export const versions: readonly Version[] = [
  // Named afterwards: the last build before goods had lines, parcels and claims of their own.
  { name: '0.1', step: '018-hidden', commit: '48023971ee0fbfa8d2471e407385b1e55ce1050c' },
  { name: '0.2', step: '019-goods', commit: '93e7faa05b6fbb1fcc1000254e0ef5567373270c' },
  { name: '0.3', step: '020-vat', commit: null },
]
