/** The levels on which an organisation meets others, from those who decide to those who do the work. */
export const LEVELS = ['strategisch', 'managerial', 'professioneel'] as const
export type Level = (typeof LEVELS)[number]

/** The three without whom nobody finds a home with care: every table looks whether all of them are there. */
export const TRIO = ['gemeente', 'woningcorporatie', 'zorgaanbieder'] as const
export type TrioRole = (typeof TRIO)[number]

export const isTrio = (kind: string): kind is TrioRole => TRIO.includes(kind as TrioRole)
