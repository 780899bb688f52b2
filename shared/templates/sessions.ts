/** The ways of meeting in which a plate is of use. */
export const SESSIONS = ['atelier', 'interests', 'steering'] as const
