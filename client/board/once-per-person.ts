import type { PresentPerson } from '../canvas/table.ts'

/** One entry for each person, oneself first: the tab that is followed, or else the first, stands for the others. */
export function oncePerPerson(people: readonly PresentPerson[]): PresentPerson[] {
  const chosen = new Map<string, PresentPerson>()
  for (const person of people) {
    const other = chosen.get(person.participantId)
    if (!other || person.self || (person.followed && !other.self)) chosen.set(person.participantId, person)
  }
  const once = [...chosen.values()]
  return [...once.filter(({ self }) => self), ...once.filter(({ self }) => !self)]
}
