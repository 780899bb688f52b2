/** How much the random tests do: what one may wait for, unless the night asks for more. */
const asked = (name: string, usual: number): number => {
  const given = process.env[name]
  if (given === undefined || given === '') return usual
  const number = Number(given)
  if (!Number.isInteger(number) || number < 0) throw new Error(`${name} must be a whole number, not ${given}`)
  return number
}

const many = asked('SEEDS', 300)
const start = asked('SEED_START', 1)

export const effort = {
  firstSeed: start,
  /** The runs of the simulation. */
  seeds: Array.from({ length: many }, (_, at) => start + at),
  /** How often a server is killed. */
  kills: asked('KILLS', 50),
  fuzzSeconds: asked('FUZZ_SECONDS', 20),
}

/** Runs one seed; what fails says how to run that seed alone. */
export function atSeed(seed: number, file: string, run: () => void): void {
  try {
    run()
  } catch (cause) {
    const alone = `SEEDS=1 SEED_START=${seed} npm exec -- vitest run --config tests/vitest.config.ts ${file}`
    const what = cause instanceof Error ? cause.message : String(cause)
    throw new Error(`seed ${seed}: ${what}\nAlone: ${alone}`, { cause })
  }
}
