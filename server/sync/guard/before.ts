import * as Y from 'yjs'
import { elementNode, type RichText, type TextNode, textOf, textRun } from '../../../shared/records/rich-text.ts'
import type { YType } from './y-type.ts'

/**
 * Reads what a document held when the running transaction began. It relies on Yjs collecting garbage at the end of each
 * transaction: an item that is deleted and still has its content has been deleted in this one.
 */
export class Before {
  #state: Map<number, number>

  constructor({ beforeState }: Y.Transaction) {
    this.#state = beforeState
  }

  #wasThere(item: Y.Item): boolean {
    return !this.isNew(item) && !(item.deleted && item.content instanceof Y.ContentDeleted)
  }

  /** Whether this transaction has brought it. */
  isNew({ id }: Y.Item): boolean {
    return id.clock >= (this.#state.get(id.client) ?? 0)
  }

  /** What stood under a key; of a nested type, the type itself. Undefined when nothing did. */
  valueOf(type: YType, key: string): unknown {
    for (let item = type._map.get(key) ?? null; item !== null; item = item.left)
      if (this.#wasThere(item)) return item.content.getContent().at(-1)
    return undefined
  }

  /** All that stood under keys. */
  entriesOf(type: YType): Map<string, unknown> {
    const entries = new Map<string, unknown>()
    for (const key of type._map.keys()) {
      const value = this.valueOf(type, key)
      if (value !== undefined) entries.set(key, value)
    }
    return entries
  }

  /** The text that stood in a fragment, also of one that is gone. */
  textOf(fragment: Y.XmlFragment): RichText {
    return textOf(this.#childrenOf(fragment))
  }

  #childrenOf(type: YType): TextNode[] {
    return this.#itemsOf(type).flatMap(({ content }) => {
      const child = content instanceof Y.ContentType ? content.type : undefined
      if (child instanceof Y.XmlText) return this.#runsOf(child)
      if (!(child instanceof Y.XmlElement)) return []
      return [elementNode(child.nodeName, Object.fromEntries(this.entriesOf(child)), this.#childrenOf(child))]
    })
  }

  #runsOf(text: Y.XmlText): TextNode[] {
    const marks = new Map<string, unknown>()
    return this.#itemsOf(text).flatMap(({ content }) => {
      if (content instanceof Y.ContentFormat) {
        if (content.value === null) marks.delete(content.key)
        else marks.set(content.key, content.value)
      }
      return content instanceof Y.ContentString ? [textRun(content.str, Object.fromEntries(marks))] : []
    })
  }

  #itemsOf(type: YType): Y.Item[] {
    const items: Y.Item[] = []
    for (let item = type._start; item !== null; item = item.right) if (this.#wasThere(item)) items.push(item)
    return items
  }
}
