interface Numbered {
  readonly number: string
}

/** The order of the catalogue: A04, A04a, A05. */
export const byNumber = (a: Numbered, b: Numbered): number => (a.number < b.number ? -1 : 1)
