import * as Y from 'yjs'
import { SCHEMA_HASH } from '../../shared/records/doc.ts'
import { type OfflineCopy, openOfflineCopy } from './offline-copy.ts'
import { fetchSnapshot, type Progress } from './read-snapshot.ts'

export interface OpenDocument {
  doc: Y.Doc
  offline: OfflineCopy | undefined
  /** The server's number of the snapshot, if the document is that and nothing else. */
  snapshot: string | undefined
}

/**
 * A table's document as far as it can be had before the socket opens: the copy on this device, or else the server's last
 * snapshot. It may be empty still.
 */
export async function openDocument(
  board: { id: string; epoch: number },
  onProgress: (progress: Progress) => void,
  onCopyLost: () => void,
): Promise<OpenDocument> {
  const doc = new Y.Doc()
  const version = { epoch: board.epoch, schema: SCHEMA_HASH }
  const offline = await openOfflineCopy(doc, board.id, version, onCopyLost)
  if (doc.store.clients.size > 0) return { doc, offline, snapshot: undefined }
  const snapshot = await fetchSnapshot(board.id, onProgress)
  if (snapshot === undefined) return { doc, offline, snapshot: undefined }
  try {
    Y.applyUpdateV2(doc, snapshot.update)
  } catch {
    // Half of it may be in; an empty document gets the whole from the socket.
    return { doc: new Y.Doc(), offline, snapshot: undefined }
  }
  offline?.keepTheirs(snapshot.update)
  return { doc, offline, snapshot: snapshot.tag?.replace(/^(?:W\/)?"|"$/g, '') }
}
