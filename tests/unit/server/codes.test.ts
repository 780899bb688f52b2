import { expect, test } from 'vitest'
import { withFreeCode } from '../../../server/boards/store-board.ts'
import { CodeTaken } from '../../../server/storage/storage.ts'

test('a code in use is replaced until one is free', async () => {
  const tried: string[] = []
  const code = await withFreeCode(async (code) => {
    tried.push(code)
    if (tried.length < 4) throw new CodeTaken('in use')
    return code
  })
  expect(tried.length).toBe(4)
  expect(code).toBe(tried[3])
  for (const one of tried) expect(one).toMatch(/^\d{6}$/)
})

test('any other failure is passed on at once', async () => {
  let tries = 0
  const fail = async () => {
    tries += 1
    throw new Error('disk full')
  }
  await expect(withFreeCode(fail)).rejects.toThrow('disk full')
  expect(tries).toBe(1)
})
