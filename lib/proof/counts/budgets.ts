/** What Postgres may be asked for each thing that a shop does: the goal, and what holds today. */
export type Budget = {
  readonly what: string
  readonly goal: number
  /** More than this fails. It is only ever lowered. */
  readonly most: number
}

/** As docs/performance.md lists them. */
export const budgets = {
  idle: { what: 'an idle shop, in a minute', goal: 120, most: 1700 },
  window: { what: 'a page of the window from the cache', goal: 0, most: 0 },
  add: { what: 'add to cart', goal: 4, most: 8 },
  cart: { what: 'the cart', goal: 3, most: 4 },
  checkout: { what: 'the checkout page', goal: 4, most: 8 },
  place: { what: 'place an order, to the redirect', goal: 18, most: 42 },
  back: { what: 'the way back', goal: 14, most: 40 },
  result: { what: 'the result page', goal: 4, most: 9 },
  order: { what: 'the order page', goal: 5, most: 12 },
  poll: { what: 'a look at the status', goal: 1, most: 4 },
  notification: {
    what: 'a notification, until order, jobs and mail are done',
    goal: 12,
    most: 94,
  },
  bulk: { what: 'each of twenty notifications at once, the same', goal: 12, most: 60 },
} as const satisfies Record<string, Budget>

export type Counted = keyof typeof budgets
