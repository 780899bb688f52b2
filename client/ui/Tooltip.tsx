import './radix-nonce.ts'
import { Tooltip as Radix } from 'radix-ui'
import type { ReactElement } from 'react'
import './tooltip.css'

/** A short hint at a button, on hover and on focus. It never carries what is said nowhere else. */
export function Tooltip({ words, children }: { words: string; children: ReactElement }) {
  return (
    <Radix.Provider delayDuration={400}>
      <Radix.Root>
        <Radix.Trigger asChild>{children}</Radix.Trigger>
        <Radix.Portal>
          <Radix.Content className="tooltip" sideOffset={6} collisionPadding={8}>
            {words}
          </Radix.Content>
        </Radix.Portal>
      </Radix.Root>
    </Radix.Provider>
  )
}
