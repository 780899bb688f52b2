import { expect, test } from 'vitest'
import { Limited } from '../../../server/images/limited.ts'

const full = () => new Error('full')

/** A task that ends when it is told to. */
function aTask() {
  let end: () => void = () => {}
  const ended = new Promise<void>((resolve) => {
    end = resolve
  })
  return { run: () => ended, end }
}

test('so many run, so many wait, the next is refused, and a place that comes free goes to the first in line', async () => {
  const limited = new Limited({ atOnce: 1, mayWait: 1, refuse: full })
  const [first, second] = [aTask(), aTask()]
  const order: string[] = []
  const one = limited.run(first.run).then(() => order.push('first'))
  const two = limited.run(second.run).then(() => order.push('second'))
  await expect(limited.run(async () => {})).rejects.toThrow('full')
  second.end()
  first.end()
  await Promise.all([one, two])
  expect(order).toEqual(['first', 'second'])
  await expect(limited.run(async () => 'again')).resolves.toBe('again')
})

test('a task that fails gives its place back', async () => {
  const limited = new Limited({ atOnce: 1, mayWait: 0, refuse: full })
  await expect(limited.run(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
  await expect(limited.run(async () => 'next')).resolves.toBe('next')
})
