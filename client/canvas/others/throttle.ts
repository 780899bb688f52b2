/** What changes with the pointer goes out at most this often (ms): 20 times a second is fluent, more is waste. */
export const TELL_EVERY_MS = 50

export interface Throttled {
  ask(): void
  stop(): void
}

/** Runs `act` after it was asked for: soon when it has rested, never more often than every `every` ms. */
export function throttle(act: () => void, every: () => number): Throttled {
  let timer: ReturnType<typeof setTimeout> | undefined
  let last = Number.NEGATIVE_INFINITY
  const run = () => {
    timer = undefined
    last = performance.now()
    act()
  }
  return {
    ask() {
      timer ??= setTimeout(run, Math.max(0, last + every() - performance.now()))
    },
    stop: () => clearTimeout(timer),
  }
}
