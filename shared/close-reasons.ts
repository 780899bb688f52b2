/**
 * Why the server closes a sync socket. Codes of 4000 and up are ours; the client decides by them what to do next. A code is
 * a promise to programs of others: `roleChanged` and `boardGone` keep their meaning before a server sends them.
 */
export const CloseReason = {
  serverRestart: 1012,
  tooSlow: 1013,
  roleChanged: 4205,
  brokenFrame: 4400,
  noAccess: 4401,
  shownOut: 4403,
  boardGone: 4404,
  otherEpoch: 4409,
  otherSchema: 4410,
  tooLarge: 4413,
  tooMany: 4429,
} as const
export type CloseCode = (typeof CloseReason)[keyof typeof CloseReason]

export type AfterClose = 'reconnect' | 'joinAgain' | 'stop' | 'reload' | 'retryOnce' | 'waitLonger'

/** What our client does after a close: every code outside the table is a lost connection, so it comes back. */
export function afterClose(code: number): AfterClose {
  switch (code) {
    case CloseReason.noAccess:
      return 'joinAgain'
    case CloseReason.shownOut:
    case CloseReason.boardGone:
      return 'stop'
    case CloseReason.otherEpoch:
    case CloseReason.otherSchema:
      return 'reload'
    case CloseReason.brokenFrame:
    case CloseReason.tooLarge:
      return 'retryOnce'
    case CloseReason.tooMany:
      return 'waitLonger'
    default:
      return 'reconnect'
  }
}
