import { Crosshair, Plus, TriangleAlert } from 'lucide-react'
import type { Answer, DossierParty, RegionAnswers } from '../../shared/api/dossier.ts'
import { partyName } from '../../shared/parties/party-name.ts'
import { useTableValue } from '../canvas/hooks.ts'
import type { Table } from '../canvas/table.ts'
import { KindIcon } from '../notes/KindIcon.tsx'
import { PartyMark } from '../parties/PartyMark.tsx'
import { Button } from '../ui/Button.tsx'
import { Empty } from '../ui/Empty.tsx'
import { useTranslation } from '../ui/i18n.ts'
import './answers-tab.css'
import { inLanguage } from './in-language.ts'
import { regionLabels, sheetTitles } from './region-choices.ts'
import { SharedSentence } from './SharedSentence.tsx'
import { useRegionWords } from './use-region-words.ts'

interface AnswersTabProps {
  table: Table
  onGoTo(recordId: string): void
  onAdd(regionId?: string): void
  onWriteSentence(regionId: string): void
}

/** All answers by plate and region in reading order: what lies on the board, as a list that a keyboard can walk. */
export function AnswersTab({ table, onGoTo, onAdd, onWriteSentence }: AnswersTabProps) {
  const { t, language } = useTranslation('dossier')
  const dossier = useTableValue(table, 'dossier')
  const sheets = useTableValue(table, 'sheets')
  const setAside = useTableValue(table, 'setAside')
  const rights = useTableValue(table, 'rights')
  const words = useRegionWords(table)
  const titles = sheetTitles(sheets, language)
  const parties = new Map(dossier.parties.map((party) => [party.id, party]))

  if (dossier.regions.length === 0 && dossier.loose.length === 0) {
    return (
      <Empty title={t('answers.emptyTitle')} body={t('answers.emptyBody')}>
        {rights.add && (
          <Button variant="accent" onClick={() => onAdd()}>
            {t('answers.emptyAction')}
          </Button>
        )}
      </Empty>
    )
  }
  return (
    <>
      {setAside.length > 0 && (
        <div className="answers-set-aside">
          <TriangleAlert size={20} strokeWidth={1.9} aria-hidden="true" />
          <p>
            <b>{t('answers.setAside', { count: setAside.length })}</b> {t('answers.setAsideBody')}
          </p>
        </div>
      )}
      {sheets.map((sheet) => {
        const regions = dossier.regions.filter(({ sheetId }) => sheetId === sheet.id)
        const labels = regionLabels(sheet.regions, words)
        return (
          <section key={sheet.id} className="answers-sheet" aria-label={titles.get(sheet.id)}>
            <SheetHead title={titles.get(sheet.id) ?? ''} answers={regions.flatMap(({ answers }) => answers)} />
            {regions.map((region) => (
              <Region
                key={region.regionId}
                region={region}
                label={labels.get(region.regionId) ?? inLanguage(region.label, language)}
                parties={parties}
                table={table}
                onGoTo={onGoTo}
                onAdd={onAdd}
                onWriteSentence={onWriteSentence}
              />
            ))}
          </section>
        )
      })}
      {dossier.loose.length > 0 && (
        <section className="answers-sheet" aria-label={t('answers.loose')}>
          <SheetHead title={t('answers.loose')} answers={dossier.loose} />
          <p className="answers-question">{t('answers.looseHelp')}</p>
          <AnswerList answers={dossier.loose} parties={parties} onGoTo={onGoTo} />
        </section>
      )}
    </>
  )
}

/** A note that lies in two regions is one card all the same. */
function SheetHead({ title, answers }: { title: string; answers: readonly Answer[] }) {
  return (
    <h3>
      {title} <span className="answers-count">{new Set(answers.map(({ noteId }) => noteId)).size}</span>
    </h3>
  )
}

interface RegionProps extends AnswersTabProps {
  region: RegionAnswers
  label: string
  parties: ReadonlyMap<string, DossierParty>
}

function Region({ region, label, parties, table, onGoTo, onAdd, onWriteSentence }: RegionProps) {
  const { t, language } = useTranslation('dossier')
  const rights = useTableValue(table, 'rights')
  const question = inLanguage(region.question, language)
  const here = region.parties.flatMap((id) => parties.get(id) ?? [])
  const isSentence = region.sentence !== null
  return (
    <div className="answers-region">
      <div className="answers-head">
        <h4>{label}</h4>
        <button
          type="button"
          className="answers-go"
          aria-label={t('answers.goToRegion', { region: label })}
          onClick={() => onGoTo(region.regionId)}
        >
          <Crosshair size={18} strokeWidth={1.9} aria-hidden="true" />
        </button>
      </div>
      {question !== '' && <p className="answers-question">{question}</p>}
      {isSentence ? (
        <SharedSentence
          label={label}
          text={region.sentence ?? ''}
          onWrite={rights.changeAll ? () => onWriteSentence(region.regionId) : undefined}
        />
      ) : (
        <AnswerList answers={region.answers} parties={parties} onGoTo={onGoTo} />
      )}
      {here.length > 0 && (
        <p className="answers-parties">
          <span>{t('answers.parties')}</span>
          {here.map((party) => (
            <span key={party.id} className="answers-party">
              <PartyMark seat={party.seat} /> {partyName(party, language)}
            </span>
          ))}
        </p>
      )}
      {rights.add && !isSentence && (
        <Button
          size="small"
          variant="quiet"
          aria-label={t('answers.addIn', { region: label })}
          onClick={() => onAdd(region.regionId)}
        >
          <Plus size={16} strokeWidth={1.9} aria-hidden="true" />
          {t('answers.add')}
        </Button>
      )}
    </div>
  )
}

interface AnswerListProps {
  answers: readonly Answer[]
  parties: ReadonlyMap<string, DossierParty>
  onGoTo(recordId: string): void
}

function AnswerList({ answers, parties, onGoTo }: AnswerListProps) {
  const { t, language } = useTranslation(['dossier', 'board'])
  if (answers.length === 0) return null
  /** A party goes by its record, which may be gone; anybody else by their own name. */
  const ownerName = (owner: string): string => {
    const party = parties.get(owner)
    if (party) return partyName(party, language)
    return owner.startsWith('party:') ? t('board:card.unknown') : owner
  }
  /** What is told besides the words, in words. */
  const moreOf = ({ sort, source, owner, due }: Answer): string[] => {
    const day = due && new Date(`${due}T00:00:00`).toLocaleDateString(language, { dateStyle: 'medium' })
    return [
      sort && t(`board:sort.${sort}`),
      source && t('answers.source', { source }),
      owner && ownerName(owner),
      day && t('answers.due', { day }),
    ].flatMap((words) => words || [])
  }
  return (
    <ul className="answers-list">
      {answers.map((answer) => {
        const { noteId, text, party: partyId, kind } = answer
        const party = partyId === null ? undefined : parties.get(partyId)
        const more = moreOf(answer)
        return (
          <li key={noteId}>
            <button type="button" className="answer" onClick={() => onGoTo(noteId)}>
              <span className="answer-text" dir="auto">
                {text === '' ? t('answers.noText') : text}
              </span>
              {more.length > 0 && (
                <span className="answer-more" dir="auto">
                  {more.join(' · ')}
                </span>
              )}
              <span className="answer-foot">
                {kind !== 'note' && (
                  <span className="answer-party">
                    <KindIcon kind={kind} size={17} />
                    {t(`board:kind.${kind}`)}
                  </span>
                )}
                <span className="answer-party">
                  {party && <PartyMark seat={party.seat} />}
                  {party ? partyName(party, language) : t('answers.nobody')}
                </span>
              </span>
            </button>
          </li>
        )
      })}
    </ul>
  )
}
