import { type DialogProps, Layer } from './Dialog.tsx'

/** A task over the page on a phone: from below, within reach of a thumb. */
export function Sheet(props: DialogProps) {
  return <Layer {...props} kind="sheet" />
}
