import type { ComponentProps } from 'react'
import { ToastProvider } from '../ui/Toast.tsx'
import BoardPage from './BoardPage.tsx'

/** The board with the place where its messages appear. */
export default function SeatedTable(props: ComponentProps<typeof BoardPage>) {
  return (
    <ToastProvider>
      <BoardPage {...props} />
    </ToastProvider>
  )
}
