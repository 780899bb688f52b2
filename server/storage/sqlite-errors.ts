/** Primary result code of SQLite for a file whose pages do not fit together. */
const CORRUPT = 11

/** Whether SQLite could not read what was asked for because the file itself is damaged there. */
export const isCorrupt = (error: unknown): boolean =>
  error instanceof Error &&
  'errcode' in error &&
  typeof error.errcode === 'number' &&
  (error.errcode & 0xff) === CORRUPT
