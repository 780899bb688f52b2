import { createBindingId, type TLRichText, toRichText } from '@tldraw/tlschema'
import type { TLNoteShape, TLRecord, TLShape, TLStore } from 'tldraw'
import * as Y from 'yjs'
import { recordsMap } from '../../shared/records/doc.ts'
import { readFragment } from '../../shared/records/rich-text.ts'
import type { heldFrames } from './frames.ts'
import type { Random } from './random.ts'
import { aNote, PAGE, wordsOf } from './records.ts'
import type { Person, simNetwork } from './sim-network.ts'

const base = (id: string, random: Random) => ({
  id,
  typeName: 'shape',
  x: random.upTo(2000),
  y: random.upTo(2000),
  rotation: 0,
  index: `a${random.upTo(9) + 1}`,
  parentId: PAGE,
  isLocked: false,
  opacity: 1,
  meta: {},
})

const stroke = (random: Random) => ({
  type: 'draw',
  props: {
    segments: [{ type: 'free', points: [0, 1, 2].map((x) => ({ x: x + random.upTo(100) / 100, y: x, z: 0.5 })) }],
    color: 'black',
    fill: 'none',
    dash: 'draw',
    size: 'm',
    isComplete: false,
    isClosed: false,
    isPen: false,
    scale: 1,
  },
})

const arrow = {
  type: 'arrow',
  props: {
    kind: 'arc',
    elbowMidPoint: 0.5,
    dash: 'draw',
    size: 'm',
    fill: 'none',
    color: 'black',
    labelColor: 'black',
    bend: 0,
    start: { x: 0, y: 0 },
    end: { x: 50, y: 50 },
    arrowheadStart: 'none',
    arrowheadEnd: 'arrow',
    text: '',
    labelPosition: 0.5,
    font: 'draw',
    scale: 1,
  },
}

/** What people do, one act each, at random. `made` counts the things that they make. */
export function simActs(random: Random, network: ReturnType<typeof simNetwork>, frames: ReturnType<typeof heldFrames>) {
  let made = 0
  const nextId = (kind: string) => {
    made += 1
    return `${kind}${made}`
  }
  const shapesOf = ({ peer }: Person) =>
    peer.store.allRecords().filter((record): record is TLShape => record.typeName === 'shape')
  const someShape = (person: Person, type?: string) =>
    random.pick(shapesOf(person).filter((shape) => type === undefined || shape.type === type))
  /** Half of what is done is told to the document only with the next frame. */
  const act = ({ peer }: Person, alter: (store: TLStore) => void) =>
    random.upTo(2) === 0 ? peer.act(alter) : peer.actInFrame(alter)
  const put = (person: Person, ...records: unknown[]) => act(person, (store) => void store.put(records as TLRecord[]))
  const change = <S extends TLShape>(person: Person, shape: S | undefined, alter: (shape: S) => object) => {
    if (shape) act(person, (store) => void store.update(shape.id, (now) => alter(now as S) as TLShape))
  }
  const alterWords = (words: string) => {
    const at = random.upTo(words.length + 1)
    const typed = random.pick(['a', 'b', ' ', '\n', 'zorg'])
    return `${words.slice(0, at)}${typed}${words.slice(at + random.upTo(2))}`
  }
  /** As the editor does: what ties a shape goes with it. */
  const withTies = ({ peer }: Person, ids: readonly string[]) => [
    ...peer.store
      .allRecords()
      .filter((record) => record.typeName === 'binding' && [record.fromId, record.toId].some((id) => ids.includes(id)))
      .map(({ id }) => id),
    ...ids,
  ]

  const acts: Record<string, (person: Person) => void> = {
    layNote: (person) => put(person, { ...aNote('', { text: '' }), ...base(`shape:${nextId('note')}`, random) }),
    draw: (person) => put(person, { ...base(`shape:${nextId('stroke')}`, random), ...stroke(random) }),
    drawOn: (person) =>
      change(person, someShape(person, 'draw'), (shape) => ({ ...shape, props: stroke(random).props })),
    tie(person) {
      const target = someShape(person, 'note')
      if (!target) return
      const id = `shape:${nextId('arrow')}`
      const props = {
        terminal: 'end',
        normalizedAnchor: { x: 0.5, y: 0.5 },
        isExact: false,
        isPrecise: false,
        snap: 'none',
      }
      const tie = { typeName: 'binding', type: 'arrow', fromId: id, toId: target.id, props, meta: {} }
      put(person, { ...base(id, random), ...arrow }, { ...tie, id: createBindingId(nextId('tie')) })
    },
    move: (person) =>
      change(person, someShape(person), (shape) => ({ ...shape, x: random.upTo(2000), y: random.upTo(2000) })),
    reparent(person) {
      const parent = random.upTo(2) === 0 ? PAGE : (someShape(person, 'note')?.id ?? PAGE)
      const inside = new Set<string>()
      for (let at: string | undefined = parent; at?.startsWith('shape:') && !inside.has(at); ) {
        inside.add(at)
        at = (person.peer.store.get(at as TLShape['id']) as TLShape | undefined)?.parentId
      }
      const shape = someShape(person)
      if (shape && !inside.has(shape.id)) change(person, shape, (now) => ({ ...now, parentId: parent, x: 1, y: 1 }))
    },
    restyle: (person) =>
      change(person, someShape(person, 'note'), (note) => ({
        ...note,
        opacity: random.upTo(10) / 10,
        props: { ...note.props, color: random.pick(['red', 'blue', 'green']) },
        meta: random.upTo(2) === 0 ? { kind: random.pick(['question', 'deal']) } : {},
      })),
    type: (person) =>
      change(person, someShape(person, 'note') as TLNoteShape | undefined, (note) => ({
        ...note,
        props: { ...note.props, richText: toRichText(alterWords(wordsOf(note))) },
      })),
    openText(person) {
      network.closeText(person)
      person.peer.binding.flush()
      person.peer.openText = someShape(person, 'note')?.id ?? null
    },
    closeText: network.closeText,
    typeInOpenText(person) {
      const { peer } = person
      const fragment = peer.openText === null ? undefined : recordsMap(peer.doc).get(peer.openText)?.get('p.richText')
      const note = peer.store.get(peer.openText as TLShape['id']) as TLNoteShape | undefined
      if (!(fragment instanceof Y.XmlFragment) || !note) return
      // As the editor's own binding does: a keystroke goes into the fragment, and the editor tells the store.
      peer.doc.transact(() => {
        const paragraph = fragment.toArray().find((child) => child instanceof Y.XmlElement)
        const text = paragraph?.toArray().find((child) => child instanceof Y.XmlText)
        if (text instanceof Y.XmlText && text.length > 0 && random.upTo(3) === 0)
          text.delete(random.upTo(text.length), 1)
        else if (text instanceof Y.XmlText) text.insert(random.upTo(text.length + 1), random.pick(['x', 'y']) ?? 'z')
        else if (paragraph instanceof Y.XmlElement) paragraph.insert(0, [new Y.XmlText('w')])
      }, 'editor')
      const richText = readFragment(fragment) as TLRichText
      act(
        person,
        (store) => void store.update(note.id, (now) => ({ ...now, props: { ...now.props, richText } }) as TLShape),
      )
    },
    remove(person) {
      const ids = [someShape(person)?.id, random.upTo(4) === 0 ? someShape(person)?.id : undefined]
      const known = ids.filter((id) => id !== undefined)
      act(person, (store) => store.remove(withTies(person, known) as TLRecord['id'][]))
    },
    undo: ({ peer }) => peer.undo(),
    redo: ({ peer }) => peer.redo(),
    fingerDown(person) {
      if (!person.isDragging) person.peer.binding.beginGesture()
      person.isDragging = true
    },
    drag(person) {
      const shape = person.isDragging ? someShape(person) : undefined
      for (let step = 0; shape && step < 5; step++)
        person.peer.store.update(shape.id, (now) => ({ ...now, x: random.upTo(2000) }))
    },
    fingerUp: network.stopDragging,
    dropOff(person) {
      person.isOnline = false
    },
    comeBack(person) {
      if (!person.isOnline && random.upTo(2) === 0) network.reload(person)
      person.isOnline = true
    },
    drawFrame: frames.next,
    receive: network.deliver,
    receiveMore: network.deliver,
  }
  const names = Object.keys(acts)

  return {
    /** Somebody does something. */
    step() {
      const person = random.pick(network.people) as Person
      acts[random.pick(names) as string]?.(person)
    },
    get made() {
      return made
    },
  }
}
