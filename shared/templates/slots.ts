import { DOMAINS } from '../records/domains.ts'

const domainSlots = DOMAINS.flatMap((domain) =>
  (['deelopgave', 'partijen', 'ambitie', 'vorm', 'instrumenten'] as const).map(
    (part) => `domein.${domain}.${part}` as const,
  ),
)

/** The canonical slots: the same slot in two templates is the same information. */
export const SLOTS = [
  'opgave.zin',
  'opgave.kern',
  'opgave.context',
  'opgave.oorsprong',
  'opgave.krachten',
  'opgave.kwetsbaarheden',
  'opgave.omvang',
  'opgave.domeinen',
  'opgave.urgentie',
  'opgave.impact',
  'opgave.feiten',
  'samenstelling.partijen',
  'samenstelling.rollen',
  'samenstelling.bijdragen',
  'samenstelling.kern',
  'samenstelling.ring2',
  'samenstelling.rand',
  'samenstelling.ontbreekt',
  'samenstelling.sleutelfiguren',
  'ambitie.gedeeld',
  'ambitie.doelen',
  'ambitie.belangen',
  'ambitie.herkenning',
  'ambitie.spanningen',
  'ambitie.daden',
  'organisatie.vorm',
  'organisatie.proces',
  'organisatie.afspraken',
  'organisatie.spelregels',
  'organisatie.instrumenten',
  'organisatie.verbanden',
  ...domainSlots,
  'samenhang.condities',
  'samenhang.leerervaringen',
  'samenhang.spanningen',
  'kern.rolopvatting',
  'kern.regie',
  'kern.systeem',
  'kern.mandaat',
  'niveau.strategisch',
  'niveau.managerial',
  'niveau.professioneel',
  'achterban.boodschap',
  'achterban.gevolgen',
  'achterban.reactie',
  'leren.lessen',
  'leren.monitor',
  'leren.verbeteracties',
  'uitkomst.besluiten',
  'uitkomst.acties',
  'uitkomst.open',
] as const

const canonical: ReadonlySet<string> = new Set(SLOTS)

/** Whether a slot means the same in every template. */
export const isCanonical = (slot: string): boolean => canonical.has(slot)
