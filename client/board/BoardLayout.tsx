import { Folder, LayoutPanelTop } from 'lucide-react'
import { type ReactNode, useId, useRef, useState } from 'react'
import type { Ask } from '../canvas/asks.ts'
import { useTableValue } from '../canvas/hooks.ts'
import type { Table } from '../canvas/table.ts'
import { Button } from '../ui/Button.tsx'
import { useTranslation } from '../ui/i18n.ts'
import { Sheet } from '../ui/Sheet.tsx'
import { useToast } from '../ui/Toast.tsx'
import { AddParty } from './AddParty.tsx'
import { Announcements } from './Announcements.tsx'
import { placesBeside } from './beside-toolbar.ts'
import './board-layout.css'
import { BoardTask, type Task } from './BoardTask.tsx'
import { DamageWord } from './DamageWord.tsx'
import { DossierContent } from './DossierContent.tsx'
import { DossierPanel } from './DossierPanel.tsx'
import { type DossierTab, DossierTabs } from './DossierTabs.tsx'
import { KaartjeButton } from './KaartjeButton.tsx'
import { LostNotes } from './LostNotes.tsx'
import { LANDMARK } from './landmarks.ts'
import { PutBackWord } from './PutBackWord.tsx'
import { Rail } from './Rail.tsx'
import { SaveBanner } from './SaveBanner.tsx'
import { SelectionBars } from './SelectionBars.tsx'
import { SentenceDialog } from './SentenceDialog.tsx'
import { standingOf } from './standing.ts'
import { TopBar } from './TopBar.tsx'
import { PANEL_FROM, PHONE, useMedia } from './use-media.ts'
import { useSaveTruth } from './use-save-truth.ts'
import { useShortcuts } from './use-shortcuts.ts'
import { useToolbarBox } from './use-toolbar-box.ts'
import { ZoomControl } from './ZoomControl.tsx'

interface BoardLayoutProps {
  table: Table
  /** The canvas. */
  children: ReactNode
  /** What the canvas asks for. */
  ask: Ask | null
  onAsk(ask: Ask | null): void
  onShare(): void
  onLeave(): void
}

/** The board page round its canvas: bars, rails, panels, and the tasks that open over them. */
export function BoardLayout({ table, children, ask, onAsk, onShare, onLeave }: BoardLayoutProps) {
  const { t } = useTranslation('board')
  const hasPanel = useMedia(PANEL_FROM)
  const isPhone = useMedia(PHONE)
  const [tab, setTab] = useState<DossierTab | null>(null)
  const [task, setTask] = useState<Task | null>(null)
  const slot = useRef<HTMLElement>(null)
  const end = useRef<HTMLElement>(null)
  const panelId = useId()
  const save = useTableValue(table, 'save')
  const rights = useTableValue(table, 'rights')
  const participantsMay = useTableValue(table, 'participantsMay')
  const { sign, banner } = useSaveTruth(save, standingOf(table.board.role, participantsMay))
  const toast = useToast()
  const place = placesBeside(useToolbarBox(slot), isPhone)
  const reason = rights.add ? null : t(table.board.role === 'viewer' ? 'note.viewer' : 'note.locked')

  useShortcuts({
    newNote: () => reason === null && setTask({ kind: 'note', regionId: '' }),
    help: () => setTask({ kind: 'keys' }),
  })
  const done = () => setTask(null)
  const closeDossier = () => {
    setTab(null)
    requestAnimationFrame(() => end.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus())
  }
  const goTo = (recordId: string) => {
    if (!hasPanel) setTab(null)
    table.goTo(recordId)
    // Who came by keyboard goes along, and finds the card chosen: Enter writes on it, F6 leads back.
    if (document.activeElement?.matches('.answer:focus-visible, .parties-name:focus-visible')) table.focusCanvas()
  }
  const content = tab && {
    table,
    tab,
    onGoTo: goTo,
    onAddNote: (regionId = '') => setTask({ kind: 'note', regionId }),
    onAddParty: (partyId?: string) => setTask({ kind: 'party', partyId }),
    onEditParty: (partyId: string) => setTask({ kind: 'edit-party', partyId }),
    onWriteSentence: (regionId: string) => onAsk({ to: 'write-sentence', regionId }),
  }
  const tabs = (lying: boolean) => (
    <DossierTabs
      table={table}
      open={tab}
      lying={lying}
      controls={lying ? undefined : panelId}
      onToggle={(id) => (id === tab && !lying ? closeDossier() : setTab(id))}
    />
  )
  const plates = (lying: boolean) => (
    <Rail
      label={t('part.start')}
      lying={lying}
      items={[{ id: 'plates', icon: LayoutPanelTop, label: t('plates.rail') }]}
      open={task?.kind === 'plates' ? 'plates' : null}
      onToggle={() => setTask(task?.kind === 'plates' ? null : { kind: 'plates' })}
    />
  )
  return (
    <div className="board">
      <button type="button" className="skip-link" onClick={() => table.focusCanvas()}>
        {t('skip.board')}
      </button>
      <button type="button" className="skip-link" onClick={() => setTab(tab ?? 'answers')}>
        {t('skip.dossier')}
      </button>
      <header className="board-top" {...LANDMARK}>
        <TopBar
          table={table}
          save={save}
          sign={sign}
          hasZoom={place.zoom === 'hidden'}
          isPhone={isPhone}
          onShare={onShare}
          onPeople={() => setTask({ kind: 'people' })}
          onPlates={() => setTask({ kind: 'plates' })}
          onOwnPlate={() => setTask({ kind: 'own plate', things: table.drawnThings() })}
          onKeys={() => setTask({ kind: 'keys' })}
          onLeave={onLeave}
        />
      </header>
      <div className="board-banner">
        <SaveBanner
          table={table}
          save={save}
          kind={banner}
          participantsMay={participantsMay}
          onCopy={() => setTask({ kind: 'copy' })}
        />
        <DamageWord board={table.board} />
        <LostNotes table={table} />
      </div>
      <nav className="board-start" aria-label={t('part.start')} {...LANDMARK}>
        {plates(false)}
      </nav>
      <main
        ref={slot}
        className="board-canvas"
        aria-label={t('part.board')}
        data-kaartje={place.kaartje}
        data-zoom={place.zoom}
        style={place.style}
        {...LANDMARK}
      >
        <div className="board-kaartje">
          <KaartjeButton
            reason={reason}
            onRefused={toast}
            onPress={(by) =>
              by === 'keyboard' || isPhone ? setTask({ kind: 'note', regionId: '' }) : table.addNote({})
            }
          />
        </div>
        {children}
        <SelectionBars table={table} foot={place.foot} />
        <div className="board-zoom">
          <ZoomControl table={table} />
        </div>
        <div className="board-dossier-pill">
          <Button onClick={() => setTab('answers')}>
            <Folder size={22} strokeWidth={1.9} aria-hidden="true" />
            {t('dossierButton')}
          </Button>
        </div>
      </main>
      {hasPanel && content && (
        <aside
          id={panelId}
          className="board-panel"
          aria-label={t('part.dossier')}
          onKeyDown={(event) => event.key === 'Escape' && closeDossier()}
          {...LANDMARK}
        >
          <DossierPanel {...content} onClose={closeDossier} />
        </aside>
      )}
      <nav ref={end} className="board-end" aria-label={t('part.dossier')} {...LANDMARK}>
        {tabs(false)}
      </nav>
      <nav className="board-bottom" aria-label={t('part.bottom')} {...LANDMARK}>
        {plates(true)}
        {tabs(true)}
      </nav>
      {!hasPanel && content && (
        <Sheet title={t('part.dossier')} className="board-dossier-sheet" onClose={closeDossier}>
          {tabs(true)}
          <DossierContent {...content} />
        </Sheet>
      )}
      {task && <BoardTask table={table} task={task} onShare={onShare} onDone={done} />}
      <SentenceDialog
        table={table}
        regionId={ask?.to === 'write-sentence' ? ask.regionId : null}
        onClose={() => onAsk(null)}
      />
      {ask?.to === 'add-party' && <AddParty table={table} onClose={() => onAsk(null)} />}
      <PutBackWord table={table} />
      <Announcements table={table} />
    </div>
  )
}
