/** An order takes no more of one thing: nobody empties the shop without paying. */
export const MOST_OF_ONE = 10

/** How many an order can have of what there are so many of. */
export const mostInOneOrder = (stock: number): number => Math.min(MOST_OF_ONE, stock)
