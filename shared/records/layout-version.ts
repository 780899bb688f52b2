/** Names of the document's top-level types, and its layout. Others do not exist; new ones need a new layout number. */
export const LAYOUT = 1
export const TLDRAW_VERSION = '3.15.6'
export const META = 'meta'
export const RECORDS = 'r'
/** Key of `meta`, there only where the server has lost part of what it stored: from then on that may be brought back. */
export const MENDED = 'mended'
