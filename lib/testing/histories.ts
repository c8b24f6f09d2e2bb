/** How many histories a test lives, and from which seed on: `npm run simulate -- --real` asks for more. */
export const histories = {
  count: Number(process.env.NORANG_HISTORIES ?? 300),
  seed: Number(process.env.NORANG_SEED ?? 1),
  /** Somebody waits for the report. */
  isCommand: process.env.NORANG_HISTORIES !== undefined,
}
