/** With this the ids of plates that people make begin, so that no plate of a later release ever has the same. */
export const OWN_PREFIX = 'eigen-'

export const isOwn = ({ id }: { readonly id: string }): boolean => id.startsWith(OWN_PREFIX)
