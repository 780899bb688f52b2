/** What an arrow between parties or notes can say. An arrow that says none of these, or something newer, is a plain arrow. */
export const RELATION_KINDS = [
  'connects',
  'supplies',
  'conditions',
  'teaches',
  'strengthens',
  'clashes',
  'mandates',
] as const
export type RelationKind = (typeof RELATION_KINDS)[number]

/** What an arrow's `meta` says, whoever wrote it there. */
export const relationKindOf = (meta: { readonly relation?: unknown }): RelationKind | undefined =>
  RELATION_KINDS.find((kind) => kind === meta.relation)
