import type { Millis } from '../shared/ids.ts'

/** What is truly outside comes in by these, so that a test can hold it. */
export type Clock = () => Millis

/** Structured log. Fields never carry names, titles, texts, secrets, tokens, query strings or addresses of people. */
export interface Log {
  info(fields: LogFields, message: string): void
  warn(fields: LogFields, message: string): void
  error(fields: LogFields, message: string): void
}
export type LogFields = Readonly<Record<string, string | number | boolean | null | Error | undefined>>
