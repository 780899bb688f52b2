import pino from 'pino'
import type { Log } from './ports.ts'

interface PlainError {
  type: string
  code?: string | number
  message?: string
  stack?: string
  cause?: PlainError
}

/** Only these messages are known to speak of files and disks, never of what people wrote. */
const isSystemError = (error: Error): boolean =>
  'syscall' in error || (error as { code?: unknown }).code === 'ERR_SQLITE_ERROR'

/**
 * What of an error may be written down: its type, its code and where it happened. Messages of parsers quote what they
 * parsed, so they stay out.
 */
function plainError(error: Error): PlainError {
  const { code } = error as { code?: unknown }
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line))
  return {
    type: error.constructor.name,
    ...((typeof code === 'string' || typeof code === 'number') && { code }),
    ...(isSystemError(error) && { message: error.message }),
    ...(frames && { stack: frames.join('\n') }),
    ...(error.cause instanceof Error && { cause: plainError(error.cause) }),
  }
}

/** JSON lines. Nothing is known of the machine or the people: no host name, no address. */
export function createLog(destination: pino.DestinationStream = pino.destination(1)): Log {
  return pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err: plainError } }, destination)
}
