import { ArrowLeftRight, ChevronDown, Waypoints, X } from 'lucide-react'
import { type KeyboardEvent, type MouseEvent, useLayoutEffect, useRef } from 'react'
import { RELATION_KINDS, type RelationKind } from '../../shared/records/relation-kinds.ts'
import type { Relating, Table } from '../canvas/table.ts'
import { RelationSample } from '../plates/relations/RelationSample.tsx'
import { hasDirection, RELATION_LOOKS } from '../plates/relations/relation-looks.ts'
import { Button } from '../ui/Button.tsx'
import { useTranslation } from '../ui/i18n.ts'
import { LANDMARK } from './landmarks.ts'
import { OtherEnd } from './OtherEnd.tsx'
import { placeBeside } from './place-beside.ts'
import './relation-bar.css'

interface RelationBarProps {
  table: Table
  relating: Relating
  /** Whether all kinds are offered. */
  isOpen: boolean
  onOpen(open: boolean): void
}

/** By what is selected: what the arrow says, or what a card or note can be joined with. */
export function RelationBar({ table, relating, isOpen, onOpen }: RelationBarProps) {
  const { t } = useTranslation('board')
  const { step, kind, box } = relating
  const bar = useRef<HTMLElement>(null)
  useLayoutEffect(() => {
    if (bar.current) placeBeside(bar.current, box, isOpen)
  })
  const close = () => onOpen(false)
  const choose = (chosen: RelationKind | null, event: MouseEvent) => {
    close()
    table.relate(chosen)
    // A click that no pointer made: who came by keyboard goes back to what is selected.
    if (event.detail === 0 && step === 'arrow') table.focusCanvas()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    close()
    if (step === 'other') table.relateTo(null)
    table.focusCanvas()
  }
  return (
    <section ref={bar} className="relation-bar" aria-label={t('relation.title')} onKeyDown={onKeyDown} {...LANDMARK}>
      {step === 'other' && kind ? (
        <OtherEnd table={table} kind={kind} fromId={relating.id} />
      ) : isOpen ? (
        <Kinds kind={kind} isArrow={step === 'arrow'} onChoose={choose} onClose={close} />
      ) : (
        <Closed table={table} relating={relating} onOpen={() => onOpen(true)} />
      )}
    </section>
  )
}

/** What is there, or that something can be made, in one button. */
function Closed({ table, relating: { kind, step }, onOpen }: { table: Table; relating: Relating; onOpen(): void }) {
  const { t } = useTranslation('board')
  const Icon = kind ? RELATION_LOOKS[kind].icon : Waypoints
  return (
    <div className="relation-closed">
      <Button
        variant="quiet"
        aria-expanded={false}
        aria-label={kind ? t('relation.change', { kind: t(`relation.${kind}`) }) : undefined}
        onClick={onOpen}
      >
        <Icon size={20} strokeWidth={1.9} aria-hidden="true" />
        {kind ? t(`relation.${kind}`) : t('relation.connect')}
        <ChevronDown size={18} strokeWidth={1.9} aria-hidden="true" />
      </Button>
      {step === 'arrow' && kind && hasDirection(kind) && (
        <Button variant="quiet" icon aria-label={t('relation.turn')} onClick={() => table.turnRelation()}>
          <ArrowLeftRight size={20} strokeWidth={1.9} aria-hidden="true" />
        </Button>
      )}
    </div>
  )
}

interface KindsProps {
  kind: RelationKind | null
  /** Then it can also be a plain one. */
  isArrow: boolean
  onChoose(kind: RelationKind | null, event: MouseEvent): void
  onClose(): void
}

/** The seven, each as it will be drawn. */
function Kinds({ kind, isArrow, onChoose, onClose }: KindsProps) {
  const { t } = useTranslation('board')
  return (
    <>
      <header className="relation-head">
        <h2>{t('relation.choose')}</h2>
        <Button variant="quiet" size="small" icon aria-label={t('relation.close')} onClick={onClose}>
          <X size={20} strokeWidth={1.9} aria-hidden="true" />
        </Button>
      </header>
      <div className="relation-kinds">
        {RELATION_KINDS.map((one) => (
          <button
            key={one}
            type="button"
            className="relation-kind"
            aria-pressed={one === kind}
            onClick={(event) => onChoose(one, event)}
          >
            <RelationSample kind={one} width={76} />
            {t(`relation.${one}`)}
          </button>
        ))}
        {isArrow && (
          <button
            type="button"
            className="relation-kind"
            aria-pressed={kind === null}
            onClick={(event) => onChoose(null, event)}
          >
            <svg width="76" height="26" viewBox="0 0 76 26" aria-hidden="true">
              <path d="M6 13H68M60 6l8 7-8 7" fill="none" stroke="currentColor" strokeWidth="1.8" />
            </svg>
            {t('relation.plain')}
          </button>
        )}
      </div>
    </>
  )
}
