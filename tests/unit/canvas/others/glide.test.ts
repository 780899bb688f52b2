import { expect, test } from 'vitest'
import { Glide } from '../../../../client/canvas/others/glide.ts'

test('a value goes evenly to its goal, and rests there', () => {
  const glide = new Glide([0, 100])
  expect([glide.at(0), glide.isThere(0)]).toEqual([[0, 100], true])
  glide.aim([8, 20], 1_000)
  expect([glide.at(1_000), glide.at(1_040), glide.at(1_080)]).toEqual([
    [0, 100],
    [4, 60],
    [8, 20],
  ])
  expect([glide.isThere(1_079), glide.isThere(1_080), glide.isThere(9_999)]).toEqual([false, true, true])
})

test('a new goal on the way is reached from where the value is, without a jump', () => {
  const glide = new Glide([0])
  glide.aim([80], 0)
  expect(glide.at(40)).toEqual([40])
  glide.aim([0], 40)
  expect([glide.at(40), glide.at(80), glide.at(120)]).toEqual([[40], [20], [0]])
})

test('a frame that began before the goal was set shows where the value was', () => {
  const glide = new Glide([5])
  glide.aim([9], 100)
  expect(glide.at(99)).toEqual([5])
})

test('numbers of another kind, and those who asked for less motion, jump', () => {
  const glide = new Glide([0, 0])
  glide.aim([4, 4, 1], 0)
  expect(glide.at(0)).toEqual([4, 4, 1])
  glide.jump([9, 9, 9])
  expect([glide.at(0), glide.isThere(0)]).toEqual([[9, 9, 9], true])
})
