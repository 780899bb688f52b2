import { atom, type TLStore } from 'tldraw'
import type { Dossier } from '../../shared/api/dossier.ts'
import { buildDossier } from '../../shared/dossier/build.ts'
import { type Layout, layoutReader } from '../../shared/dossier/layout.ts'
import { relationKindsOnSheets } from '../../shared/dossier/relations.ts'
import { standingOfCards } from '../../shared/dossier/standing.ts'
import { suggestionsIn } from '../../shared/dossier/suggestion.ts'
import type { Bilingual } from '../../shared/records/region.ts'
import type { BoardRecord } from '../../shared/records/schema.ts'
import { placeOfKey } from '../../shared/templates/places.ts'
import { isUnknownPlate, onPlates, templateById, wantPlate } from '../plates/templates.ts'
import { surroundingsOf } from './plate-surroundings.ts'
import type { SheetView } from './table.ts'

/** The dossier follows the board at most this often (ms): a drag of many frames is derived a few times a second. */
const DERIVE_EVERY_MS = 150
/** And this many times as seldom as it takes long: on the largest tables most of the time stays for the hand. */
const DERIVE_SELDOM = 8

export interface Derived {
  dossier: { get(): Dossier }
  sheets: { get(): SheetView[] }
  stop(): void
}

/** Everything that the chrome shows and that follows from the records alone. */
export function deriveFrom(store: TLStore): Derived {
  const dossier = atom('dossier', buildDossier([]))
  const sheets = atom<SheetView[]>('sheets', [])
  const surroundings = surroundingsOf(store)
  let timer: ReturnType<typeof setTimeout> | undefined
  let waitMs = DERIVE_EVERY_MS
  const readLayout = layoutReader()
  const derive = () => {
    timer = undefined
    const started = performance.now()
    const records = Object.values(store.serialize('document')) as BoardRecord[]
    const layout = readLayout(records)
    dossier.set(buildDossier(records, layout))
    for (const { sheet } of layout.sheets) wantPlate(sheet.props.template)
    sheets.set(viewsOf(layout))
    surroundings.dossier.set(dossier.get())
    surroundings.regions.set(new Map(dossier.get().regions.map((region) => [region.regionId, region])))
    surroundings.standings.set(standingOfCards(layout))
    surroundings.suggestions.set(suggestionsIn(layout))
    surroundings.relationKinds.set(relationKindsOnSheets(layout, new Map(records.map((record) => [record.id, record]))))
    waitMs = Math.max(DERIVE_EVERY_MS, (performance.now() - started) * DERIVE_SELDOM)
  }
  derive()
  const deriveSoon = () => {
    timer ??= setTimeout(derive, waitMs)
  }
  const stopListening = store.listen(deriveSoon, { scope: 'document' })
  const stopHearing = onPlates(deriveSoon)
  return {
    dossier,
    sheets,
    stop() {
      stopListening()
      stopHearing()
      clearTimeout(timer)
    },
  }
}

/** While a plate is on its way it has no name yet; one that nobody knows has only its id. */
function nameless(id: string): Bilingual {
  const name = isUnknownPlate(id) ? id : '…'
  return { nl: name, en: name }
}

const viewsOf = ({ sheets }: Layout): SheetView[] =>
  sheets.map(({ sheet: { id, meta, props }, regions }) => ({
    id,
    template: props.template,
    title: templateById(props.template)?.title ?? nameless(props.template),
    locked: meta.lock === 'facilitator',
    size: props.size,
    regions: regions.map(({ id, props: { key, kind, domain, party, label } }) => ({
      id,
      kind,
      domain,
      party,
      place: placeOfKey(key)?.place ?? null,
      label,
    })),
  }))
