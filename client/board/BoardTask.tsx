import { lazy, Suspense } from 'react'
import type { DrawnThing, Table } from '../canvas/table.ts'
import { useTranslation } from '../ui/i18n.ts'
import { useToast } from '../ui/Toast.tsx'
import { AddParty } from './AddParty.tsx'
import { CopySample } from './CopySample.tsx'
import { KeyboardHelp } from './KeyboardHelp.tsx'
import { NewNote } from './NewNote.tsx'
import { Overlay } from './Overlay.tsx'
import { People } from './People.tsx'
import { PlatesPanel } from './PlatesPanel.tsx'
import { PartyDialog } from './party/PartyDialog.tsx'

const OwnPlateDialog = lazy(() => import('./own-plates/OwnPlateDialog.tsx'))

/** The short task that lies over the board; there is never more than one. */
export type Task =
  | { kind: 'note'; regionId: string }
  | { kind: 'party'; partyId?: string }
  | { kind: 'edit-party'; partyId: string }
  | { kind: 'people' }
  | { kind: 'plates' }
  | { kind: 'own plate'; things: readonly DrawnThing[] }
  | { kind: 'keys' }
  | { kind: 'copy' }

interface BoardTaskProps {
  table: Table
  task: Task
  onShare(): void
  onDone(): void
}

/** The dialog of a task. */
export function BoardTask({ table, task, onShare, onDone }: BoardTaskProps) {
  const { t } = useTranslation('board')
  const toast = useToast()
  switch (task.kind) {
    case 'note':
      return <NewNote table={table} regionId={task.regionId} onClose={onDone} onLaid={toast} />
    case 'party':
      return <AddParty table={table} partyId={task.partyId} onClose={onDone} />
    case 'edit-party':
      return <PartyDialog table={table} partyId={task.partyId} onClose={onDone} />
    case 'copy':
      return (
        // Its words come when it first opens.
        <Suspense>
          <CopySample locale={table.board.locale} onClose={onDone} />
        </Suspense>
      )
    case 'people':
      return (
        <Overlay title={t('people.title')} onClose={onDone}>
          <People
            table={table}
            onFollow={onDone}
            onShare={() => {
              onDone()
              onShare()
            }}
          />
        </Overlay>
      )
    case 'plates':
      return (
        <Overlay title={t('plates.title')} onClose={onDone}>
          <PlatesPanel table={table} onDone={onDone} />
        </Overlay>
      )
    case 'own plate':
      return (
        <Suspense>
          <OwnPlateDialog wish={task} onClose={onDone} onSaved={onDone} />
        </Suspense>
      )
    case 'keys':
      return <KeyboardHelp onClose={onDone} />
    default:
      return task satisfies never
  }
}
