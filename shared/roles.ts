/** What a person at a table may be: gespreksleider, deelnemer, toehoorder. */
export const ROLES = ['facilitator', 'participant', 'viewer'] as const
export type Role = (typeof ROLES)[number]

export type Action =
  | 'board.read'
  | 'board.write'
  | 'board.settings'
  | 'links.read'
  | 'links.renew'
  | 'people.read'
  | 'people.showOut'
  | 'images.upload'
  | 'sheets.add'
  | 'plates.keep'

/** The one place where it is decided who may do what; callers only ask. What is not listed is forbidden. */
const allowed: Record<Action, readonly Role[]> = {
  'board.read': ['facilitator', 'participant', 'viewer'],
  'board.write': ['facilitator', 'participant'],
  'board.settings': ['facilitator'],
  'links.read': ['facilitator', 'participant'],
  'links.renew': ['facilitator'],
  'people.read': ['facilitator', 'participant', 'viewer'],
  'people.showOut': ['facilitator'],
  'images.upload': ['facilitator', 'participant'],
  'sheets.add': ['facilitator'],
  'plates.keep': ['facilitator'],
}

export const can = (role: Role, action: Action): boolean => allowed[action].includes(role)

/** Whose links a role may see and pass on: never one that can do more than the asker. */
export const linksVisibleTo = (role: Role): readonly Role[] => {
  switch (role) {
    case 'facilitator':
      return ROLES
    case 'participant':
      return ['participant', 'viewer']
    case 'viewer':
      return []
    default:
      return role satisfies never
  }
}
