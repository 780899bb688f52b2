import type { TLUiOverrides } from 'tldraw'
import en from '../../shared/i18n/en/tldraw.json' with { type: 'json' }
import nl from '../../shared/i18n/nl/tldraw.json' with { type: 'json' }

/**
 * Actions that would fetch from elsewhere, or that mean nothing here: one page a table, one language for the whole
 * screen, no dark sheet.
 */
const LEFT_OUT = [
  'insert-embed',
  'convert-to-bookmark',
  'convert-to-embed',
  'open-embed-link',
  'edit-link',
  'move-to-new-page',
  'change-page-prev',
  'change-page-next',
  'toggle-dark-mode',
  'toggle-debug-mode',
  'toggle-focus-mode',
  'toggle-lock',
  'unlock-all',
] as const

/** tldraw's words and actions as a table needs them. Stable identity, as tldraw asks. */
export const tldrawOverrides: TLUiOverrides = {
  translations: { nl, en },
  actions(_editor, actions) {
    const kept = { ...actions }
    for (const id of LEFT_OUT) delete kept[id]
    return kept
  },
  tools(_editor, tools) {
    // Notes are made with the Kaartje button, which knows regions and the keyboard; videos and web pages are not stored.
    const { note: _note, embed: _embed, frame: _frame, ...kept } = tools
    return kept
  },
}
