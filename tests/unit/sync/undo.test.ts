import { describe, expect, test } from 'vitest'
import {
  BOTH_ORDERS,
  moveTo,
  NOTE,
  noteOf,
  paint,
  placeOf,
  remove,
  textOf,
  twoPeople,
  write,
} from '../../support/two-people.ts'

/** Row 8 of the table of what two people can do to each other: undo, with what the other did in between. */
describe.each(BOTH_ORDERS)('undo between two people, %s', (_order, idOfA, idOfB) => {
  test('CNV6 [8a] undoing a move keeps what the other typed since', () => {
    const { a, b, exchange, meet } = twoPeople(idOfA, idOfB)
    a.act(moveTo(50))
    exchange()
    b.act(write('Een huis en hulp'))
    exchange()
    a.undo()
    meet()
    expect([placeOf(a), textOf(a)]).toEqual([[0, 0, 'page:page'], 'Een huis en hulp'])
  })

  test('CNV6 [8b] undoing a move leaves the other’s later move alone', () => {
    const { a, b, exchange, meet } = twoPeople(idOfA, idOfB)
    a.act(moveTo(50))
    exchange()
    b.act(moveTo(90))
    exchange()
    a.undo()
    meet()
    expect(placeOf(a)).toEqual([90, 0, 'page:page'])
  })

  test('CNV6 [8c] undoing a deletion brings the note back, without what the other typed at that moment', () => {
    const { a, b, exchange, meet } = twoPeople(idOfA, idOfB)
    a.act(remove(NOTE))
    b.act(write('Een huis, te laat'))
    exchange()
    a.undo()
    meet()
    expect(textOf(b)).toBe('Een huis')
  })

  test('CNV6 [8d] undoing a colour does not bring back a note that the other deleted', () => {
    const { a, b, exchange, meet } = twoPeople(idOfA, idOfB)
    a.act(paint('green'))
    exchange()
    b.act(remove(NOTE))
    exchange()
    a.undo()
    meet()
    expect(noteOf(a)).toBeUndefined()
  })

  test('CNV6 [8e] once a note is closed, undo takes back its typing, but not when the other typed in it since', () => {
    const { a, b, exchange, meet } = twoPeople(idOfA, idOfB, '')
    a.act(write('samen'))
    exchange()
    a.undo()
    meet()
    expect(textOf(b)).toBe('')
    a.redo()
    exchange()
    b.act(write('samen wonen'))
    exchange()
    a.undo()
    meet()
    expect(textOf(a)).toBe('samen wonen')
  })

  test('CNV6 [8f] undoing the making of a note that the other changed removes it for both', () => {
    const { a, b, exchange, meet } = twoPeople(idOfA, idOfB)
    b.act(paint('red'))
    exchange()
    a.undo()
    meet()
    expect(noteOf(b)).toBeUndefined()
  })

  test('CNV6 [8g] both move at once and both undo: the note is whole, and somewhere it has been', () => {
    const { a, b, exchange, meet } = twoPeople(idOfA, idOfB)
    a.act(moveTo(50))
    b.act(moveTo(90))
    exchange()
    a.undo()
    b.undo()
    meet()
    expect([0, 50, 90]).toContain(noteOf(a)?.x)
  })

  test('CNV6 [8h] undo and redo around the other’s typing lose none of it', () => {
    const { a, b, exchange, meet } = twoPeople(idOfA, idOfB)
    a.act(moveTo(50))
    exchange()
    a.undo()
    exchange()
    b.act(write('Een huis, snel'))
    exchange()
    a.redo()
    meet()
    expect([placeOf(a), textOf(a)]).toEqual([[50, 0, 'page:page'], 'Een huis, snel'])
  })
})
