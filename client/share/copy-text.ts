/** Puts text on the clipboard. Browsers offer the modern way on https and localhost only; many a table runs on plain http. */
export async function copyText(text: string): Promise<boolean> {
  if (navigator.clipboard) {
    try {
      await navigator.clipboard.writeText(text)
      return true
    } catch {
      // Refused, for instance in a frame; the old way may still work.
    }
  }
  const holder = document.createElement('textarea')
  holder.value = text
  holder.className = 'visually-hidden'
  // Inside the open dialog, which lets no focus out.
  const place = document.activeElement?.parentElement ?? document.body
  const before = document.activeElement
  place.append(holder)
  holder.select()
  const isCopied = document.execCommand('copy')
  holder.remove()
  if (before instanceof HTMLElement) before.focus()
  return isCopied
}
