import { useState } from 'react'
import { useTableValue } from '../canvas/hooks.ts'
import type { Table } from '../canvas/table.ts'
import { NoteBar } from './NoteBar.tsx'
import { RelationBar } from './RelationBar.tsx'

interface SelectionBarsProps {
  table: Table
  /** How high all that stands at the foot of the canvas is, in px. */
  foot: number
}

/** What can be done with what is selected. Of notes one bar says all; it makes way while a relation is chosen. */
export function SelectionBars({ table, foot }: SelectionBarsProps) {
  const chosen = useTableValue(table, 'chosenNotes')
  const relating = useTableValue(table, 'relating')
  const [choice, setChoice] = useState({ of: '', isOpen: false })
  const of = relating ? `${relating.step} ${relating.id}` : ''
  const isNewArrow = relating?.step === 'arrow' && relating.kind === null
  const isOpen = relating !== null && (choice.of === of ? choice.isOpen : isNewArrow)
  const isAboutNotes = chosen !== null && relating?.step === 'ends' && !isOpen
  return (
    <>
      {chosen && (relating === null || isAboutNotes) && (
        <NoteBar
          table={table}
          foot={foot}
          chosen={chosen}
          onConnect={relating ? () => setChoice({ of, isOpen: true }) : undefined}
        />
      )}
      {relating && !isAboutNotes && (
        <RelationBar
          key={of}
          table={table}
          relating={relating}
          isOpen={isOpen}
          onOpen={(open) => setChoice({ of, isOpen: open })}
        />
      )}
    </>
  )
}
