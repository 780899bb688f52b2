import './radix-nonce.ts'
import { Toast as Radix } from 'radix-ui'
import { createContext, type ReactNode, useCallback, useContext, useState } from 'react'
import { useTranslation } from './i18n.ts'
import './toast.css'

interface Undo {
  label: string
  act(): void
}
type Say = (words: string, undo?: Undo) => void

/** How long a message stays, in ms; longer when something can be taken back. Pointing at it or focus holds it. */
const STAYS_MS = 5_000
const STAYS_WITH_UNDO_MS = 10_000

const SayContext = createContext<Say>(() => {})

/** Says in one line what just happened. */
export const useToast = (): Say => useContext(SayContext)

/** Keeps the place where messages appear; a new one replaces the one before. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const { t } = useTranslation('common')
  const [message, setMessage] = useState<{ id: number; words: string; undo?: Undo } | null>(null)
  const say = useCallback<Say>(
    (words, undo) => setMessage((before) => ({ id: (before?.id ?? 0) + 1, words, undo })),
    [],
  )
  return (
    <SayContext value={say}>
      <Radix.Provider label={t('message')} duration={message?.undo ? STAYS_WITH_UNDO_MS : STAYS_MS}>
        {children}
        {message && (
          <Radix.Root
            key={message.id}
            type="background"
            className="toast"
            onOpenChange={(open) => !open && setMessage(null)}
          >
            <Radix.Description>{message.words}</Radix.Description>
            {message.undo && (
              <Radix.Action asChild altText={message.undo.label} onClick={message.undo.act}>
                <button type="button" className="toast-undo">
                  {message.undo.label}
                </button>
              </Radix.Action>
            )}
          </Radix.Root>
        )}
        <Radix.Viewport className="toasts" label={t('messages')} />
      </Radix.Provider>
    </SayContext>
  )
}
