import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'
import { Kysely, type SqliteDatabase, SqliteDialect } from 'kysely'

const NOTHING_DONE = { changes: 0, lastInsertRowid: 0 }

/** Kysely on Node's own SQLite. Statements are kept: their texts are few. */
export function kyselyOn<Tables>(db: DatabaseSync): Kysely<Tables> {
  const statements = new Map<string, { statement: StatementSync; reader: boolean }>()
  const prepared = (sql: string) => {
    const known = statements.get(sql)
    if (known !== undefined) return known
    const statement = db.prepare(sql)
    const made = { statement, reader: statement.columns().length > 0 }
    statements.set(sql, made)
    return made
  }
  // A full disk or a damaged file ends a transaction by itself; saying so must not hide what went wrong.
  const isOver = (sql: string) => sql === 'rollback' && !db.isTransaction
  const values = (parameters: readonly unknown[]) => parameters as SQLInputValue[]
  const database: SqliteDatabase = {
    close: () => db.close(),
    prepare(sql) {
      const { statement, reader } = prepared(sql)
      return {
        reader,
        all: (parameters) => statement.all(...values(parameters)),
        run: (parameters) => (isOver(sql) ? NOTHING_DONE : statement.run(...values(parameters))),
        iterate: (parameters) => statement.iterate(...values(parameters)),
      }
    },
  }
  return new Kysely<Tables>({ dialect: new SqliteDialect({ database }) })
}
