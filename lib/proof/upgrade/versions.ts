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
  { name: '0.3', step: '020-vat', commit: '4f34558ca550375283c1fdd6bea2a4ab6ebca4f7' },
  { name: '0.4', step: '021-hand-overs', commit: '09e5c2554e4e9d15221bbfb9447bffeb861dc9fd' },
  { name: '0.5', step: '024-the-desk', commit: null },
]

/** Builds from before there were versions, the last of each step; older ones cannot be run on a database that is given. */
export const olderBuilds = [
  { step: '008-claims', commit: 'b6cce04294f57f355485d7f5634415e88d931ad1' },
  { step: '009-visitors', commit: '27a6f9f3c525b341c342357cd788cb4857cf597c' },
  { step: '010-unpaid-orders', commit: '7e1cacba40bdd3f71af6b811c0576835c0f78fbe' },
  { step: '011-askers', commit: 'b5de527a833680e4994d6f273f4ab6d321d1636c' },
  { step: '012-saved-ids', commit: '816d589e26694f74bbd324ef434b1a9113e9fa15' },
  { step: '013-anonymous-carts', commit: 'e3fefd56e8e4584a2cea915a569f756f45b83a00' },
  { step: '014-refusal-codes', commit: '0a9c7d66b998b15072c96ccdb3c0a7ca4a36b8a4' },
  { step: '015-money', commit: '7f93ba6b62791117122d94c95bf64a83bea54b5e' },
  { step: '016-days-off', commit: '13d9b8651cd5399c71d09597b40df2b151fc3215' },
  { step: '017-stock', commit: 'c2fc688b1993cca83efe49679d7039469005edf7' },
] as const
