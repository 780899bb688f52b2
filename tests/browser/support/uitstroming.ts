/** A real case as a group would lay it: moving on from sheltered living to a home of one's own. Names are invented. */
export const TITLE = 'Uitstroming beschermd wonen'
export const PLATES = ['De opgave', 'Drie domeinen', 'Wie doet mee?']

export const SENTENCE = 'Wie weg kan uit de opvang vindt binnen zes maanden een passend huis, met hulp die meeverhuist.'

/** Sub-task of each domain, by the name of its strip. */
export const SUB_TASKS = {
  'Institutionele domein: deelopgave': 'Huis en hulp samen regelen',
  'Casusdomein: deelopgave': 'Een plan en een vast gezicht',
  'Domein van de leefomgeving: deelopgave': 'De straat maakt plaats',
} as const

type Who = 'sam' | 'jo' | 'nadia'
const on = (plate: string, region: string) => `${plate} · ${region}`

export const PARTIES: readonly { who: 'sam' | 'jo'; party: string; region: string }[] = [
  { who: 'sam', party: 'Gemeente', region: on('Wie doet mee?', 'Kernpartners · Institutioneel') },
  { who: 'jo', party: 'Woningcorporatie', region: on('Wie doet mee?', 'Kernpartners · Casus') },
  { who: 'sam', party: 'Zorgaanbieder', region: on('Wie doet mee?', 'Kernpartners · Casus') },
  { who: 'jo', party: 'Bewoner', region: on('Wie doet mee?', 'Kernpartners · Leefomgeving') },
  { who: 'sam', party: 'GGZ', region: on('Wie doet mee?', 'Tweede ring · Casus') },
  { who: 'jo', party: 'Sociaal wijkteam', region: on('Wie doet mee?', 'Tweede ring · Leefomgeving') },
  { who: 'sam', party: 'Rijksoverheid', region: on('Wie doet mee?', 'Tweede ring · Institutioneel') },
  { who: 'jo', party: 'Wijkagent', region: on('Wie doet mee?', 'Rand · Leefomgeving') },
  { who: 'sam', party: 'Huisarts', region: on('Wie doet mee?', 'Wie missen we?') },
  { who: 'sam', party: 'Gemeente', region: on('Drie domeinen', 'Kerncoalitie en netwerkleiderschap') },
  { who: 'jo', party: 'Woningcorporatie', region: on('Drie domeinen', 'Kerncoalitie en netwerkleiderschap') },
  { who: 'sam', party: 'Zorgaanbieder', region: on('Drie domeinen', 'Kerncoalitie en netwerkleiderschap') },
]

export const NOTES: readonly { who: Who; text: string; region: string }[] = [
  { who: 'sam', text: 'Mensen kunnen weg, maar er is geen woning', region: on('De opgave', 'Uitdaging') },
  { who: 'jo', text: 'Een huis is nog geen thuis', region: on('De opgave', 'Uitdaging') },
  { who: 'nadia', text: 'Begeleiding stopt bij de sleutel', region: on('De opgave', 'Uitdaging') },
  { who: 'sam', text: 'Wachtlijst groeit sinds 2022', region: on('De opgave', 'Oorsprong') },
  { who: 'jo', text: 'Te weinig kleine huurwoningen', region: on('De opgave', 'Oorsprong') },
  { who: 'nadia', text: 'Iedere partij heeft een eigen plan', region: on('De opgave', 'Oorsprong') },
  { who: 'jo', text: 'Proefhuur werkt al in twee wijken', region: on('De opgave', 'Krachten') },
  { who: 'nadia', text: 'Wijkteam kent de straat', region: on('De opgave', 'Krachten') },
  { who: 'sam', text: 'Buren willen best helpen', region: on('De opgave', 'Krachten') },
  { who: 'nadia', text: 'Eenzaam in de eerste maanden', region: on('De opgave', 'Kwetsbaarheden') },
  { who: 'jo', text: 'Angst voor overlast', region: on('De opgave', 'Kwetsbaarheden') },
  { who: 'sam', text: 'Schulden maken een start moeilijk', region: on('De opgave', 'Kwetsbaarheden') },
  { who: 'sam', text: '142 mensen wachten op een plek', region: on('De opgave', 'Omvang') },
  { who: 'jo', text: 'Samen met 6 gemeenten in de regio', region: on('De opgave', 'Omvang') },
  { who: 'sam', text: 'Wonen en zorg', region: on('De opgave', 'Domeinen') },
  { who: 'jo', text: 'Werk en inkomen', region: on('De opgave', 'Domeinen') },
  { who: 'nadia', text: 'Buurt en ontmoeten', region: on('De opgave', 'Domeinen') },
  { who: 'sam', text: 'Winteropvang zit vol', region: on('De opgave', 'Urgentie') },
  { who: 'nadia', text: 'Elke maand wachten kost een plek', region: on('De opgave', 'Urgentie') },
  { who: 'jo', text: 'Rust voor 142 huishoudens', region: on('De opgave', 'Impact') },
  { who: 'sam', text: 'Elk jaar 40 woningen apart', region: on('Drie domeinen', 'Institutionele domein') },
  { who: 'jo', text: 'Wie beslist bij een lastig geval?', region: on('Drie domeinen', 'Institutionele domein') },
  { who: 'sam', text: 'Een aanspreekpunt per verhuizing', region: on('Drie domeinen', 'Casusdomein') },
  { who: 'nadia', text: 'Wie belt bij huurschuld?', region: on('Drie domeinen', 'Casusdomein') },
  { who: 'jo', text: 'Koffie op maandag in het buurthuis', region: on('Drie domeinen', 'Domein van de leefomgeving') },
  { who: 'sam', text: 'Snelle toets in 5 dagen', region: on('Drie domeinen', 'schept voorwaarden') },
  { who: 'nadia', text: 'Proefhuur is na een jaar vast', region: on('Drie domeinen', 'levert leerervaringen') },
  { who: 'jo', text: 'Wie kent een huisarts in de wijk?', region: on('Wie doet mee?', 'Wie missen we?') },
  { who: 'nadia', text: 'Minder terugval', region: on('De opgave', 'Impact') },
]

export const QUESTIONS = [
  'Uitdaging',
  'Oorsprong',
  'Krachten',
  'Kwetsbaarheden',
  'Omvang',
  'Domeinen',
  'Urgentie',
  'Impact',
] as const
