import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { DefaultFontStyle, DefaultSizeStyle, type Editor, type TLUserPreferences, Tldraw, useTldrawUser } from 'tldraw'
import 'tldraw/tldraw.css'
import type { Locale } from '../../shared/api/boards.ts'
import { LIMITS } from '../../shared/limits.ts'
import type { Mishap } from '../net/api.ts'
import { nonce } from '../ui/csp-nonce.ts'
import { assetUrls } from './asset-urls.ts'
import { canvasComponents } from './Chrome.tsx'
import './canvas.css'
import { followGestures } from './gestures.ts'
import { registerGivingWay } from './giving-way.ts'
import { lightenDragging } from './light-dragging.ts'
import { type LostText, registerLostText } from './lost-text.ts'
import type { OpenTable } from './open-table.ts'
import { registerOpeningText } from './opening-text.ts'
import { registerOutsideContent } from './outside-content.ts'
import { registerOwnershipGuards } from './ownership-guards.ts'
import { followView } from './picture/area.ts'
import { IMAGE_TYPES, registerPictures } from './pictures.ts'
import { registerPlateGuards } from './plate-guards.ts'
import { bindPresence } from './presence.ts'
import { registerRelating } from './relations/relating.ts'
import { ArrowShapeUtil } from './shapes/ArrowShapeUtil.tsx'
import { CardShapeUtil } from './shapes/CardShapeUtil.tsx'
import { NoteShapeUtil } from './shapes/NoteShapeUtil.tsx'
import { RegionShapeUtil } from './shapes/RegionShapeUtil.tsx'
import { SheetShapeUtil } from './shapes/SheetShapeUtil.tsx'
import { registerSigning } from './signing.ts'
import { tldrawOverrides } from './tldraw-texts.ts'
import { registerSteadyView, showFirst } from './view.ts'

const shapeUtils = [SheetShapeUtil, RegionShapeUtil, CardShapeUtil, NoteShapeUtil, ArrowShapeUtil]

export interface CanvasProps {
  table: OpenTable
  locale: Locale
  /** Names the canvas to screen readers. */
  label: string
  /** Called when a picture cannot come on the table, with why. */
  onPictureRefused(why: Mishap): void
  /** Called when another has taken away what this user was writing in. */
  onTextLost(lost: LostText): void
}

/** The canvas of an open table. tldraw draws and edits; the binding, not tldraw, keeps the store. */
export function Canvas({ table, locale, label, onPictureRefused, onTextLost }: CanvasProps) {
  const { board, store, textExtensions } = table
  const [preferences, setPreferences] = useState<TLUserPreferences>(() => ({
    id: `client-${table.doc.clientID}`,
    name: board.name ?? '',
    colorScheme: 'light',
    isSnapMode: false,
  }))
  useEffect(() => setPreferences((before) => ({ ...before, locale })), [locale])
  const user = useTldrawUser({ userPreferences: preferences, setUserPreferences: setPreferences })

  const options = useMemo(() => ({ nonce, maxShapesPerPage: LIMITS.records, maxPages: 1, branding: label }), [label])
  const textOptions = useMemo(
    // TipTap's own choice, the start of the text, comes a moment after one can type: the first letters would change places.
    () => ({ tipTapConfig: { extensions: textExtensions, injectNonce: nonce, autofocus: 'end' as const } }),
    [textExtensions],
  )

  const tell = useRef({ onPictureRefused, onTextLost })
  useEffect(() => {
    tell.current = { onPictureRefused, onTextLost }
  })
  const onMount = useCallback(
    (editor: Editor) => {
      table.editor.set(editor)
      editor.setStyleForNextShapes(DefaultFontStyle, 'sans')
      editor.setStyleForNextShapes(DefaultSizeStyle, 's')
      registerOutsideContent(editor)
      registerPictures(editor, board.id, (why) => tell.current.onPictureRefused(why))
      showFirst(editor, table.derived.sheets.get()[0]?.id)
      const stops = [
        registerPlateGuards(editor),
        registerOwnershipGuards(editor, { id: board.participantId, role: board.role }, table.participantsMay),
        registerSigning(editor, { by: board.participantId, party: board.party }),
        registerGivingWay(editor),
        registerRelating(editor),
        registerOpeningText(editor),
        registerLostText(editor, (lost) => tell.current.onTextLost(lost)),
        registerSteadyView(editor),
        followView(editor),
        lightenDragging(editor),
        followGestures(editor, table.binding),
        bindPresence(editor, {
          awareness: table.connection.awareness,
          me: { id: board.participantId, name: board.name, party: board.party },
          people: table.people,
          open: table.openText,
        }),
      ]
      return () => {
        for (const stop of stops) stop()
        table.editor.set(null)
      }
    },
    [table, board],
  )

  return (
    <div className="canvas" dir="ltr">
      <Tldraw
        store={store}
        shapeUtils={shapeUtils}
        components={canvasComponents}
        overrides={tldrawOverrides}
        assetUrls={assetUrls}
        user={user}
        options={options}
        textOptions={textOptions}
        acceptedImageMimeTypes={IMAGE_TYPES}
        acceptedVideoMimeTypes={[]}
        maxAssetSize={LIMITS.imageBytes}
        onMount={onMount}
      />
    </div>
  )
}
