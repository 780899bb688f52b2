import './radix-nonce.ts'
import { X } from 'lucide-react'
import { Dialog as Radix } from 'radix-ui'
import { type ReactNode, useRef } from 'react'
import { Button } from './Button.tsx'
import { useTranslation } from './i18n.ts'
import './dialog.css'

export interface DialogProps {
  title: string
  description?: string
  onClose(): void
  /** Something is written that closing by accident would lose: then only the buttons close. */
  unsent?: boolean
  className?: string
  children: ReactNode
}

/**
 * A task over the page. Focus goes to the title, or to what inside has `data-first-focus`, and back to the opener at the
 * end.
 */
export function Dialog(props: DialogProps) {
  return <Layer {...props} kind="dialog" />
}

/** What `Dialog` and `Sheet` have in common; they differ in where they lie. */
export function Layer({
  kind,
  title,
  description,
  onClose,
  unsent = false,
  className,
  children,
}: DialogProps & { kind: 'dialog' | 'sheet' }) {
  const { t } = useTranslation('common')
  const heading = useRef<HTMLHeadingElement>(null)
  const opener = useRef<Element | null>(null)
  const keepOpen = (event: Event) => {
    if (unsent) event.preventDefault()
  }
  return (
    <Radix.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className="scrim" />
        <Radix.Content
          className={className ? `${kind} ${className}` : kind}
          {...(description === undefined && { 'aria-describedby': undefined })}
          onOpenAutoFocus={(event) => {
            event.preventDefault()
            opener.current = document.activeElement
            const content = event.target instanceof Element ? event.target : null
            const first = content?.querySelector<HTMLElement>('[data-first-focus]') ?? heading.current
            first?.focus()
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            if (opener.current instanceof HTMLElement) opener.current.focus()
          }}
          onEscapeKeyDown={keepOpen}
          onInteractOutside={keepOpen}
        >
          {kind === 'sheet' && <span className="sheet-grip" aria-hidden="true" />}
          <header className="dialog-head">
            <Radix.Title ref={heading} tabIndex={-1}>
              {title}
            </Radix.Title>
            <Radix.Close asChild>
              <Button variant="quiet" icon className="dialog-close" aria-label={t('close')}>
                <X size={22} strokeWidth={1.9} aria-hidden="true" />
              </Button>
            </Radix.Close>
          </header>
          {description !== undefined && <Radix.Description className="dialog-purpose">{description}</Radix.Description>}
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
