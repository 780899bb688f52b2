import type { DatabaseSync } from 'node:sqlite'

/** Forward only: the database says in `user_version` how many of these it has had. A released one never changes. */
const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE boards (
    id TEXT PRIMARY KEY,
    title TEXT NOT NULL,
    locale TEXT NOT NULL,
    code TEXT NOT NULL UNIQUE,
    door_open INTEGER NOT NULL,
    created INTEGER NOT NULL,
    epoch INTEGER NOT NULL,
    facilitator_generation INTEGER NOT NULL,
    participant_generation INTEGER NOT NULL,
    viewer_generation INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE people (
    participant_id TEXT PRIMARY KEY,
    board_id TEXT NOT NULL REFERENCES boards (id),
    name TEXT,
    party TEXT,
    role TEXT NOT NULL,
    joined INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX people_of_board ON people (board_id, joined);
  CREATE TABLE sessions (
    token_hash TEXT PRIMARY KEY,
    participant_id TEXT NOT NULL REFERENCES people (participant_id),
    board_id TEXT NOT NULL REFERENCES boards (id),
    came_by TEXT NOT NULL,
    created INTEGER NOT NULL,
    expires INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX sessions_of_board ON sessions (board_id, created);
  CREATE TABLE updates (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    board_id TEXT NOT NULL REFERENCES boards (id),
    data BLOB NOT NULL
  ) STRICT;
  CREATE INDEX updates_of_board ON updates (board_id, seq);
  CREATE TABLE snapshots (
    board_id TEXT PRIMARY KEY REFERENCES boards (id),
    through INTEGER NOT NULL,
    data BLOB NOT NULL
  ) STRICT;
  CREATE TABLE probe (id INTEGER PRIMARY KEY CHECK (id = 1), written INTEGER NOT NULL) STRICT;
  `,
  `
  ALTER TABLE boards ADD COLUMN participants_may TEXT NOT NULL DEFAULT 'everything';
  ALTER TABLE snapshots ADD COLUMN is_packed INTEGER NOT NULL DEFAULT 0;
  `,
  `
  ALTER TABLE updates ADD COLUMN checksum INTEGER;
  ALTER TABLE snapshots ADD COLUMN checksum INTEGER;
  CREATE TABLE snapshots_before (
    board_id TEXT PRIMARY KEY REFERENCES boards (id),
    through INTEGER NOT NULL,
    data BLOB NOT NULL,
    is_packed INTEGER NOT NULL,
    checksum INTEGER
  ) STRICT;
  CREATE TABLE damaged (
    board_id TEXT NOT NULL REFERENCES boards (id),
    kind TEXT NOT NULL,
    seq INTEGER NOT NULL,
    data BLOB,
    is_packed INTEGER NOT NULL,
    fate TEXT NOT NULL,
    found INTEGER NOT NULL,
    PRIMARY KEY (board_id, kind, seq)
  ) STRICT;
  `,
  `
  CREATE TABLE plates (
    id TEXT PRIMARY KEY,
    json TEXT NOT NULL,
    hidden INTEGER NOT NULL,
    created INTEGER NOT NULL
  ) STRICT;
  `,
]

/** Brings the database to today's form. A database from a newer release is refused, not guessed at. */
export function migrate(db: DatabaseSync): void {
  const row = db.prepare('PRAGMA user_version').get()
  const version = typeof row?.user_version === 'number' ? row.user_version : 0
  if (version > MIGRATIONS.length) {
    throw new Error(
      `The database was made by a newer release (version ${version}, this one knows ${MIGRATIONS.length}).`,
    )
  }
  for (const [index, sql] of MIGRATIONS.entries()) {
    if (index < version) continue
    db.exec(`BEGIN IMMEDIATE; ${sql} PRAGMA user_version = ${index + 1}; COMMIT`)
  }
}
