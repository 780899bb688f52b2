import { atom, type TLStore } from 'tldraw'
import type { Dossier } from '../../shared/api/dossier.ts'
import { buildDossier } from '../../shared/dossier/build.ts'
import { readLayout } from '../../shared/dossier/layout.ts'
import { standingOfCards } from '../../shared/dossier/standing.ts'
import type { RegionShape } from '../../shared/records/region.ts'
import type { BoardRecord } from '../../shared/records/schema.ts'
import type { SheetShape } from '../../shared/records/sheet.ts'
import { templateById } from '../plates/templates.ts'
import { surroundingsOf } from './plate-surroundings.ts'
import { standingsOf } from './standings.ts'
import type { SheetView } from './table.ts'

/** The dossier follows the board at most this often (ms): a drag of many frames is derived a few times a second. */
const DERIVE_EVERY_MS = 150

export interface Derived {
  dossier: { get(): Dossier }
  sheets: { get(): SheetView[] }
  stop(): void
}

/** Everything that the chrome shows and that follows from the records alone. */
export function deriveFrom(store: TLStore): Derived {
  const dossier = atom('dossier', buildDossier([]))
  const sheets = atom<SheetView[]>('sheets', [])
  let timer: ReturnType<typeof setTimeout> | undefined
  const derive = () => {
    timer = undefined
    const records = Object.values(store.serialize('document')) as BoardRecord[]
    const layout = readLayout(records)
    dossier.set(buildDossier(records, layout))
    surroundingsOf(store).dossier.set(dossier.get())
    sheets.set(sheetsOf(records))
    standingsOf(store).set(standingOfCards(layout))
  }
  derive()
  const stopListening = store.listen(
    () => {
      timer ??= setTimeout(derive, DERIVE_EVERY_MS)
    },
    { scope: 'document' },
  )
  return {
    dossier,
    sheets,
    stop() {
      stopListening()
      clearTimeout(timer)
    },
  }
}

const isSheet = (record: BoardRecord): record is BoardRecord & SheetShape =>
  record.typeName === 'shape' && (record.type as string) === 'sheet'
const isRegion = (record: BoardRecord): record is BoardRecord & RegionShape =>
  record.typeName === 'shape' && (record.type as string) === 'region'

const byIndex = (a: { index: string; id: string }, b: { index: string; id: string }) =>
  a.index < b.index || (a.index === b.index && a.id < b.id) ? -1 : 1

function sheetsOf(records: BoardRecord[]): SheetView[] {
  const regions = records.filter(isRegion).sort(byIndex)
  return records
    .filter(isSheet)
    .sort((a, b) => a.y - b.y || a.x - b.x || byIndex(a, b))
    .map((sheet) => ({
      id: sheet.id,
      template: sheet.props.template,
      title: templateById(sheet.props.template)?.title ?? { nl: sheet.props.template, en: sheet.props.template },
      scope: sheet.props.scope,
      locked: sheet.meta.lock === 'facilitator',
      regions: regions
        .filter((region) => region.parentId === sheet.id)
        .map(({ id, props: { key, kind, slot, domain, label, question } }) => ({
          id,
          key,
          kind,
          slot,
          domain,
          label,
          question,
        })),
    }))
}
