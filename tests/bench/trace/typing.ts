import { between, inHundred } from './chance.ts'
import type { Deed, Person, Step } from './deed.ts'
import { type WrittenShape, withWords, wordsIn } from './shapes.ts'

/** Key after key, six in a hundred of them wrong and taken back, from a place in the words on. */
export function* typing({ random }: Person, start: WrittenShape, added: string, from: number): Deed {
  const words = wordsIn(start)
  const [head, tail] = [words.slice(0, from), words.slice(from)]
  const shown = (middle: string): Step => ({
    puts: [withWords(start, head + middle + tail)],
    pause: between(random, 6, 18),
  })
  for (let typed = 1; typed <= added.length; typed++) {
    if (inHundred(random, 6)) {
      yield shown(`${added.slice(0, typed - 1)}x`)
      yield shown(added.slice(0, typed - 1))
    }
    yield shown(added.slice(0, typed))
  }
}
