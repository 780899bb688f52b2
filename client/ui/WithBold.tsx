/** A text whose `<b>…</b>` is bold; nothing else in it is markup. */
export function WithBold({ text }: { text: string }) {
  // Every second part stood between the two signs.
  return text.split(/<b>(.*?)<\/b>/).map((part, index) => (index % 2 === 1 ? <b key={part}>{part}</b> : part))
}
