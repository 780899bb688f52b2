import type { Random } from '../../support/random.ts'

const WORDS = `de het een en van voor met niet bij naar op als maar ook nog meer minder wel geen
  wij zij ik bewoners gemeente wijk buurt zorg school ouders jongeren huis wachtlijst schulden huur werk samen
  ondersteuning netwerk vertrouwen gesprek afspraak huisarts consulent corporatie vrijwilliger regie indicatie budget
  weten willen kunnen moeten krijgen wachten helpen luisteren doorverwijzen
  vaak snel laat eerst altijd tussen zonder genoeg dichtbij onduidelijk versnipperd`.split(/\s+/)

/** Words as people put on a note, cut at so many characters. */
export function someWords(random: Random, chars: number): string {
  let text = ''
  while (text.length < chars) text += `${text === '' ? '' : ' '}${random.pick(WORDS)}`
  return text.slice(0, chars).trimEnd()
}
