/** Tells of a note that somebody sees: whose it is, and with which of its moves. */
export type See = (writer: number, move: number) => void

/** One person's side of what a kind of server speaks. A message is bytes, or text where the server speaks JSON. */
export interface Person {
  /** What to say when the line is open. */
  greet(): Message[]
  /** Takes a message in; gives back what to answer. */
  hear(payload: Buffer): Message[]
  /** Whether the board has come in, so that what comes now is live. */
  readonly isIn: boolean
  /** Puts this person's note on the board. */
  lay(): Message[]
  /** The note's next place, and the pointer that goes with it. Moves are counted from 1. */
  move(count: number): Message[]
  /** What has to be said now and then so that the server does not think that nobody is there. */
  live(): Message[]
  /** Looks in a message for notes, and where they are. */
  look(payload: Buffer, see: See): void
}

export type Message = Uint8Array | string
