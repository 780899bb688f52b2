import type { Dossier } from '../../shared/api/dossier.ts'
import type { PresentPerson } from '../canvas/table.ts'

/** What a person who cannot see the board should hear about: who came, and how many cards others laid. */
export interface News {
  readonly joined: readonly PresentPerson[]
  readonly cards: number
}
export const NO_NEWS: News = { joined: [], cards: 0 }

/** What is known of the table at one moment; `notes` are those that others signed or nobody did. */
export interface Sight {
  readonly people: readonly PresentPerson[]
  readonly notes: ReadonlySet<string>
}

/** What stands on the table now, seen by the participant with the given id. */
export function sightOf(dossier: Dossier, people: readonly PresentPerson[], self: string): Sight {
  const answers = [...dossier.regions.flatMap((region) => region.answers), ...dossier.loose]
  return { people, notes: new Set(answers.filter((answer) => answer.by !== self).map((answer) => answer.noteId)) }
}

/** Adds to news not yet told what is new since the last sight. A second tab of one person is no news. */
export function gather(news: News, before: Sight, after: Sight): News {
  const known = new Set([...before.people, ...news.joined].map((person) => person.participantId))
  const joined = after.people.filter((person) => {
    const fresh = !person.self && !known.has(person.participantId)
    known.add(person.participantId)
    return fresh
  })
  const cards = [...after.notes].filter((id) => !before.notes.has(id)).length
  return joined.length === 0 && cards === 0 ? news : { joined: [...news.joined, ...joined], cards: news.cards + cards }
}

export const isNews = (news: News): boolean => news.joined.length > 0 || news.cards > 0
