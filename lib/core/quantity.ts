/** Nobody orders more of one thing here without writing to us first. */
export const MOST_OF_ONE = 99
