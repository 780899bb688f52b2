import { Suspense, useEffect, useMemo, useState } from 'react'
import type { Board } from '../../shared/api/boards.ts'
import { useAsk } from '../canvas/asks.ts'
import { Canvas } from '../canvas/Canvas.tsx'
import { createTable } from '../canvas/create-table.ts'
import { useTableValue } from '../canvas/hooks.ts'
import { type OpenTable, openTable } from '../canvas/open-table.ts'
import { ShareDialog } from '../share/ShareDialog.tsx'
import { useTranslation } from '../ui/i18n.ts'
import { useToast } from '../ui/Toast.tsx'
import { BoardLayout } from './BoardLayout.tsx'
import { restKeys } from './shortcuts.ts'
import { TableLoading } from './TableLoading.tsx'

interface BoardPageProps {
  board: Board
  /** The seat may be gone or changed: ask the server anew. */
  onSeatChanged(): void
  onLeave(): void
}

/** The table itself: opened when the page appears, closed when it goes. */
export default function BoardPage({ board, onSeatChanged, onLeave }: BoardPageProps) {
  const [open, setOpen] = useState<OpenTable | null>(null)
  const [bytes, setBytes] = useState(0)
  const [failure, setFailure] = useState<unknown>()
  useEffect(() => {
    let isGone = false
    let opened: OpenTable | undefined
    const waiting = new AbortController()
    const onProgress = (progress: { bytes: number }) => setBytes(progress.bytes)
    openTable(board, { onProgress, onSeatChanged, signal: waiting.signal }).then((table) => {
      if (isGone) return table.close()
      opened = table
      setOpen(table)
    }, setFailure)
    return () => {
      isGone = true
      if (opened) opened.close()
      else waiting.abort()
      setOpen(null)
    }
  }, [board, onSeatChanged])
  // Rejections stay outside React's own error boundaries.
  if (failure !== undefined) throw failure
  return open === null ? (
    <TableLoading title={board.title} bytes={bytes} />
  ) : (
    <OpenBoard open={open} onLeave={onLeave} />
  )
}

function OpenBoard({ open, onLeave }: { open: OpenTable; onLeave(): void }) {
  const { t, language: locale } = useTranslation(['board', 'common'])
  const toast = useToast()
  const table = useMemo(() => createTable(open), [open])
  const [isSharing, setSharing] = useState(false)
  const [ask, setAsk] = useAsk(open)
  const { parties } = useTableValue(table, 'dossier')
  return (
    <BoardLayout table={table} ask={ask} onAsk={setAsk} onShare={() => setSharing(true)} onLeave={onLeave}>
      <Canvas
        table={open}
        locale={locale}
        label={t('part.board')}
        onPictureRefused={(why) => toast(t(`common:problem.${why}`))}
        onTextLost={({ layAgain }) => {
          restKeys()
          toast(t('note.takenAway'), { label: t('note.layAgain'), act: layAgain })
        }}
      />
      {isSharing && (
        // Its words come when it first opens; the board stays in sight meanwhile, and the focus where it is.
        <Suspense>
          <ShareDialog board={open.board} parties={parties} onClose={() => setSharing(false)} />
        </Suspense>
      )}
    </BoardLayout>
  )
}
