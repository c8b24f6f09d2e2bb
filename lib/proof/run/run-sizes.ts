const isExhaustive = process.env.NORANG_EXHAUSTIVE === '1'

/** How many histories a test lives, and from which seed on: `npm run simulate -- --real` asks for more. */
export const histories = {
  count: Number(process.env.NORANG_HISTORIES ?? (isExhaustive ? 300 : 60)),
  seed: Number(process.env.NORANG_SEED ?? 1),
  /** Somebody waits for the report. */
  isCommand: process.env.NORANG_HISTORIES !== undefined,
}

/** Of which steps a build of then fills a database that is brought up to date: the last before the books of money, or each. */
export const filledBy = isExhaustive ? /./ : /^014/

/** How much this build and the one before live through together. */
export const besideBefore = isExhaustive
  ? { histories: 100, handOvers: 'everywhere' as const }
  : { histories: 8, handOvers: 'in_turns' as const }

/** How many inputs the doors are attacked with: `npm run attack` asks for more. */
export const attacks = {
  count: Number(process.env.NORANG_INPUTS ?? 5000),
  seed: Number(process.env.NORANG_SEED ?? 1),
  /** Somebody waits for the report. */
  isCommand: process.env.NORANG_INPUTS !== undefined,
}

/** How many renewals fall due at once in the benchmark. */
export const renewals = Number(process.env.NORANG_RENEWALS ?? 100_000)

/** How long the sequences are of what happens to money: within refunds or disputes, and over all. */
export const roads = isExhaustive ? { family: 6, all: 4 } : { family: 5, all: 3 }

/** How many orders there are where lists are looked at. A few show that there is an index, many that it is taken. */
export const listed = isExhaustive ? 200_000 : 5_000
