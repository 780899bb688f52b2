import { expect, test } from 'vitest'
import { sayWhen } from '../../../client/home/say-when.ts'

const now = new Date(2026, 10, 24, 15, 0)

test('a visit today is said with its time', () => {
  expect(sayWhen(new Date(2026, 10, 24, 9, 5), now, 'nl')).toMatchObject({ isToday: true, time: '09:05' })
})

test('a visit this week is said by the name of its day', () => {
  expect(sayWhen(new Date(2026, 10, 20, 23, 59), now, 'nl')).toMatchObject({ isToday: false, day: 'Vrijdag' })
  expect(sayWhen(new Date(2026, 10, 20, 23, 59), now, 'en')).toMatchObject({ day: 'Friday' })
})

test('an older visit is said by its date', () => {
  expect(sayWhen(new Date(2026, 10, 12), now, 'nl').day).toBe('12 november')
})
