import { Ellipsis, PencilLine, Waypoints } from 'lucide-react'
import { type KeyboardEvent, useState } from 'react'
import type { NoteKind } from '../../shared/records/note-kind.ts'
import type { ChosenNotes, Table } from '../canvas/table.ts'
import { KindIcon } from '../notes/KindIcon.tsx'
import { useTranslation } from '../ui/i18n.ts'
import { KindChoice } from './KindChoice.tsx'
import { LANDMARK } from './landmarks.ts'
import { NoteMore } from './NoteMore.tsx'
import './note-bar.css'
import { offeredKinds } from './offered-kinds.ts'
import { useBarPlace } from './use-bar-place.ts'
import { PHONE, useMedia } from './use-media.ts'

interface NoteBarProps {
  table: Table
  /** How high all that stands at the foot of the canvas is, in px. */
  foot: number
  chosen: ChosenNotes
  /** Begins a relation with these notes, where they can have one. */
  onConnect: (() => void) | undefined
}

/** So many kinds stand in one row, on a phone and on a wide screen. */
const MOST = { phone: 3, wide: 4 }

/** What can be told of a note of these kinds besides its words. */
type Telling = 'interest' | 'fact' | 'action'

function tellingOf({ ids, kind, sort }: ChosenNotes): Telling | null {
  if (ids.length !== 1) return null
  if (kind === 'interest') return sort === null ? kind : null
  return kind === 'fact' || kind === 'action' ? kind : null
}

/** Stands by the notes that are chosen: says what they are, and makes them something else with one tap. */
export function NoteBar({ table, foot, chosen, onConnect }: NoteBarProps) {
  const { t } = useTranslation('board')
  const isPhone = useMedia(PHONE)
  const [task, setTask] = useState<'choose' | 'tell' | null>(null)
  const { bar, style } = useBarPlace(table, foot)
  const { ids, kind, asks } = chosen
  const telling = tellingOf(chosen)
  const choose = (next: NoteKind) => {
    setTask(null)
    if (next !== kind) table.chooseKind(ids, next)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const isUndo = event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey)
    if (event.key === 'Escape') table.focusCanvas()
    else if (isUndo) event.shiftKey ? table.redo() : table.undo()
    else return
    event.preventDefault()
  }
  return (
    <>
      <fieldset
        ref={bar}
        className="note-bar"
        aria-label={t('noteBar.name', { count: ids.length })}
        style={style}
        onKeyDown={onKeyDown}
        // The keys stay with the canvas, so that what was done with a finger is undone with a key.
        onPointerDown={(event) => event.preventDefault()}
        {...LANDMARK}
      >
        {offeredKinds(kind, asks, isPhone ? MOST.phone : MOST.wide).map((each) => (
          <button
            key={each}
            type="button"
            className="note-bar-chip"
            aria-pressed={each === kind}
            onClick={() => choose(each)}
          >
            <KindIcon kind={each} />
            {t(`kind.${each}`)}
          </button>
        ))}
        <button type="button" className="note-bar-chip" aria-haspopup="dialog" onClick={() => setTask('choose')}>
          <Ellipsis size={19} strokeWidth={1.9} aria-hidden="true" />
          {t('noteBar.more')}
        </button>
        {telling && (
          <button type="button" className="note-bar-chip" aria-haspopup="dialog" onClick={() => setTask('tell')}>
            <PencilLine size={19} strokeWidth={1.9} aria-hidden="true" />
            {t(`noteBar.tell.${telling}`)}
          </button>
        )}
        {onConnect && (
          <button type="button" className="note-bar-chip" onClick={onConnect}>
            <Waypoints size={19} strokeWidth={1.9} aria-hidden="true" />
            {t('relation.connect')}
          </button>
        )}
      </fieldset>
      {task === 'choose' && <KindChoice kind={kind} asks={asks} onChoose={choose} onClose={() => setTask(null)} />}
      {task === 'tell' && <NoteMore table={table} chosen={chosen} onClose={() => setTask(null)} />}
    </>
  )
}
