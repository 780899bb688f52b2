import { useRef } from 'react'
import { type TLCursorProps, useEditor, useTransform, useValue } from 'tldraw'
import { PartyMark } from '../parties/PartyMark.tsx'
import './cursor.css'
import { partyOf } from './shapes/party-of.ts'

/** Somebody else's pointer: an arrow in the party's colour, with name and party mark, as people know each other by both. */
export function Cursor({ point, zoom, color, name, userId, className }: TLCursorProps) {
  const editor = useEditor()
  const place = useRef<HTMLDivElement>(null as never)
  useTransform(place, point?.x, point?.y, 1 / zoom)
  const seat = useValue('seat of the cursor', () => {
    const presence = editor.getCollaborators().find((person) => person.userId === userId)
    return partyOf(editor, presence?.meta.party)?.seat
  }, [editor, userId])
  if (!point) return null
  return (
    <div ref={place} className={`tl-overlays__item ${className ?? ''}`}>
      <svg className="cursor-arrow" viewBox="0 0 20 22" aria-hidden="true" style={{ color }}>
        <path d="M2 1.5 17.5 11l-7.2 1.4L6.6 19.5Z" />
      </svg>
      {(name || seat !== undefined) && (
        <div className="cursor-name" style={{ backgroundColor: color }}>
          {seat !== undefined && (
            <span className="cursor-mark">
              <PartyMark seat={seat} size={12} />
            </span>
          )}
          {name}
        </div>
      )}
    </div>
  )
}
