import { expect, test } from 'vitest'
import { placesBeside } from '../../../client/board/beside-toolbar.ts'

const at = (canvasWidth: number, width = 390, isPhone = false) => {
  const { kaartje, zoom } = placesBeside({ canvasWidth, width, height: 64 }, isPhone)
  return `${kaartje} ${zoom}`
}

test('what has no room beside the toolbar gives way, zoom first', () => {
  expect(at(1272)).toBe('beside shown')
  expect(at(832)).toBe('beside hidden')
  expect(at(760)).toBe('above shown')
  expect(at(640)).toBe('above hidden')
})

test('on a phone Kaartje always stands above the toolbar and zoom is in the menu', () => {
  expect(at(599, 100, true)).toBe('above hidden')
})

test('the foot of the canvas is as high as what stands there: Kaartje beside the toolbar, or above it', () => {
  const footOf = (canvasWidth: number, height: number) => placesBeside({ canvasWidth, width: 390, height }, false).foot
  expect([footOf(1272, 64), footOf(1272, 110)]).toEqual([76, 110])
  expect(footOf(640, 64)).toBe(140)
})

test('without a toolbar, as for those who only watch, everything has room', () => {
  expect(placesBeside(null, false)).toMatchObject({ kaartje: 'beside', zoom: 'shown' })
})
