/** Whose it is, as a person says it. */
export type Owner = { readonly what: 'order' | 'subscription'; readonly id: string }

/** What is stored is not as this shop writes it: a newer one wrote it, or another hand. */
class Unreadable extends Error {
  override name = 'Unreadable'
}

/** Stops the one that it belongs to. Its sentence says what is wrong, where it stands and what to do. */
export const unreadable = ({ what, id }: Owner, wrong: string, place: string): Unreadable =>
  new Unreadable(
    `The ${what} ${id} is stopped, and no other: ${wrong}. Run the version of the shop that wrote it, or mend it in the database: ${place}.`,
  )

/** Known by its name, as all errors are: see lib/adyen/errors.ts. */
export const isUnreadable = (error: unknown): error is Unreadable =>
  error instanceof Error && error.name === 'Unreadable'
