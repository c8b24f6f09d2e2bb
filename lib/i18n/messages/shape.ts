/** The same keys with any text: what the other language has to fill in. */
export type Shape<Messages> = {
  readonly [Key in keyof Messages]: Messages[Key] extends string ? string : Shape<Messages[Key]>
}

/** The text of either language, so that what one of them wants to be told must always be told. */
export type Either<One, Other extends Shape<One>> = {
  readonly [Key in keyof One]: One[Key] extends string
    ? One[Key] | Other[Key]
    : Other[Key] extends Shape<One[Key]>
      ? Either<One[Key], Other[Key]>
      : never
}
