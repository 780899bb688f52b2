import type { SaveState } from '../canvas/table.ts'
import type { Translate } from '../ui/i18n.ts'

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
      return { head: t('save.offline.head'), body: t('save.offline.body', { count: save.pending }) }
    case 'refused':
      return { head: t(`save.refused.${save.why}.head`), body: t(`save.refused.${save.why}.body`) }
    case 'otherVersion':
      return { head: t('save.otherVersion.head'), body: t('save.otherVersion.body') }
    default:
      return save satisfies never
  }
}
