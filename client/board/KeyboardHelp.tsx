import { useState } from 'react'
import { Dialog } from '../ui/Dialog.tsx'
import { useTranslation } from '../ui/i18n.ts'
import { Switch } from '../ui/Switch.tsx'
import './keyboard-help.css'
import { setSingleKeys, singleKeysOn } from './shortcuts.ts'

/** What the keys do, and the way to switch the single ones off. */
export function KeyboardHelp({ onClose }: { onClose(): void }) {
  const { t } = useTranslation('board')
  const [single, setSingle] = useState(singleKeysOn)
  const rows: readonly (readonly [string, readonly string[]])[] = [
    [t('help.newNote'), [t('note.key')]],
    [t('help.help'), ['?']],
    [t('help.nextPart'), ['F6']],
    [t('help.previousPart'), [t('help.shift'), 'F6']],
    [t('help.nextCard'), [t('help.tab')]],
    [t('help.enter'), [t('help.enterKey')]],
    [t('help.escape'), [t('help.escapeKey')]],
    [t('help.undo'), [t('help.ctrl'), 'Z']],
  ]
  return (
    <Dialog title={t('help.title')} onClose={onClose}>
      <table className="keys">
        <thead className="visually-hidden">
          <tr>
            <th scope="col">{t('help.does')}</th>
            <th scope="col">{t('help.key')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([does, keys]) => (
            <tr key={does}>
              <th scope="row">{does}</th>
              <td>
                {keys.map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Switch
        label={t('help.single')}
        state={t(single ? 'help.singleOn' : 'help.singleOff')}
        checked={single}
        onChange={(on) => {
          setSingleKeys(on)
          setSingle(on)
        }}
      />
    </Dialog>
  )
}
