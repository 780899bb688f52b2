import type { SaveState } from '../canvas/table.ts'
import type { Translate } from '../ui/i18n.ts'
import type { SaveSign } from './save-truth.ts'

/** A time of day as people say it. */
export const clock = (at: number, language: string): string =>
  new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit' }).format(at)

/** What the state of saving means and what one can do, in a heading and a sentence. */
export function explainSave(save: SaveState, t: Translate<'board'>, language: string): { head: string; body: string } {
  switch (save.state) {
    case 'connecting':
      return { head: t('save.connecting.head'), body: t('save.connecting.body') }
    case 'saved':
      return {
        head: t('save.saved.head'),
        body:
          save.lastChange === null
            ? t('save.saved.body')
            : t('save.saved.bodySince', { time: clock(save.lastChange, language) }),
      }
    case 'saving':
      return { head: t('save.saving.head', { count: save.pending }), body: t('save.saving.body') }
    case 'offline':
      return save.kept
        ? { head: t('save.offline.head'), body: t('save.offline.body', { count: save.pending }) }
        : { head: t('save.offline.headLoose'), body: t('save.offline.bodyLoose', { count: save.pending }) }
    case 'refused':
      return {
        head: t(`save.refused.${save.why}.head`),
        body: save.kept || save.pending === 0 ? t(`save.refused.${save.why}.body`) : t('save.refused.loose'),
      }
    case 'otherVersion':
      return { head: t('save.otherVersion.head'), body: otherVersionWords(save, t).body }
    default:
      return save satisfies never
  }
}

/** The word on the badge. */
export const signWord = (sign: SaveSign, save: SaveState, t: Translate<'board'>): string =>
  sign === 'offline' && save.state === 'offline' && !save.kept ? t('save.offline.signLoose') : t(`save.${sign}.sign`)

/** What another version means for the work that is not sent: kept here, or in this window only. */
export function otherVersionWords(
  { pending, kept, stuck }: SaveState & { state: 'otherVersion' },
  t: Translate<'board'>,
): { banner: string; body: string } {
  if (pending > 0 && !kept)
    return { banner: t('save.otherVersion.bannerLoose'), body: t('save.otherVersion.bodyLoose') }
  if (stuck) return { banner: t('save.otherVersion.bannerStuck'), body: t('save.otherVersion.bodyStuck') }
  return { banner: t('save.otherVersion.banner'), body: t('save.otherVersion.body') }
}
