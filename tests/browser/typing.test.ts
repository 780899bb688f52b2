import type { Page } from 'playwright-core'
import { expect, test, vi } from 'vitest'
import { lookOfSeat } from '../../shared/parties/seats.ts'
import { plainText } from '../../shared/records/plain-text.ts'
import { aBoard, aServer } from '../support/server.ts'
import { until } from '../support/sockets.ts'
import { canvasOf, layNote, onCanvas, openNote, placeOf, recordsFor, saysSaved } from './support/at-table.ts'
import { aBrowser, type Visitor } from './support/browser.ts'
import { courseOf, watchCourse } from './support/course.ts'
import { aGuest } from './support/seats.ts'
import { boxOf, spotOf } from './support/sight.ts'

const browser = await aBrowser()

const KEYSTROKES = 150
const SMALL = 'abcdefghijklmnopqrstuvwxyz'
const LARGE = SMALL.toUpperCase()
const SAM = { name: 'Sam', party: 'gemeente', colour: lookOfSeat(1).colour }
const JO = { name: 'Jo', party: 'woningcorporatie', colour: lookOfSeat(2).colour }

/** Two at one table, with one note of one word on it. */
async function samAndJo(words = 'midden'): Promise<{ sam: Visitor; jo: Visitor }> {
  const server = await aServer()
  const board = await aBoard(server)
  const sam = await aGuest(browser, server, board, { name: SAM.name, party: SAM.party })
  const jo = await aGuest(browser, server, board, { name: JO.name, party: JO.party })
  await layNote(sam.page, words)
  await onCanvas(jo.page, words).waitFor()
  await canvasOf(sam.page).press('Escape')
  return { sam, jo }
}

const editorIn = (page: Page) => canvasOf(page).getByRole('textbox')

/** tldraw puts the caret behind the text for the last time a moment after it opens; then it rests for so many frames. */
const RESTS_FRAMES = 12

/** Opens the note and waits until the caret rests behind the last letter. */
async function writeIn(page: Page, words: string): Promise<void> {
  await openNote(page, words)
  await page.evaluate(
    (restsFrames) =>
      new Promise<void>((resolve) => {
        let rested = 0
        const look = () => {
          rested = document.activeElement?.closest('[contenteditable="true"]') ? rested + 1 : 0
          if (rested === restsFrames) resolve()
          else requestAnimationFrame(look)
        }
        look()
      }),
    RESTS_FRAMES,
  )
}

/** What the open editor shows, a line a paragraph. */
const written = async (page: Page): Promise<string> =>
  editorIn(page).evaluate((editor) => [...editor.querySelectorAll('p')].map((line) => line.textContent).join('\n'))

/** The words of the only note, as the server has them. */
async function storedText(page: Page): Promise<string> {
  const note = (await recordsFor(page)).find(({ type }) => type === 'note') as unknown as {
    props: { richText: Parameters<typeof plainText>[0] }
  }
  return plainText(note.props.richText)
}

/** Waits until the server has these words. It is not asked faster than it answers anybody. */
const storedBecomes = (page: Page, words: string): Promise<void> =>
  vi.waitFor(async () => expect(await storedText(page)).toBe(words), { timeout: 10_000, interval: 500 })

/** All that a note shows which nobody writes in: what the store of that screen has. */
const shownText = (page: Page): Promise<string> =>
  canvasOf(page)
    .locator('[data-shape-type="note"] .tl-rich-text')
    .first()
    .evaluate((text) => [...text.querySelectorAll('p')].map((line) => line.textContent).join('\n'))

/** Keystrokes of letters from `alphabet`, with a step back and forth every so often, and a new line. */
function keysOf(alphabet: string): string[] {
  const keys: string[] = []
  for (let at = 0; keys.length < KEYSTROKES; at += 1) {
    if (at % 20 === 19) keys.push('Enter')
    else if (at % 11 === 10) keys.push('ArrowLeft', 'ArrowRight')
    else keys.push(alphabet[at % alphabet.length] ?? '')
  }
  return keys
}
const lettersOf = (keys: readonly string[]): string =>
  keys.map((key) => (key === 'Enter' ? '\n' : key.length === 1 ? key : '')).join('')

async function pressAll(page: Page, keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}

test('two who type 150 keys each at once in one note each find their own text whole, on all screens and on the server', async () => {
  const { sam, jo } = await samAndJo('een')
  await writeIn(sam.page, 'een')
  await sam.page.keyboard.type('>')
  await sam.page.keyboard.press('Enter')
  await sam.page.keyboard.type('twee')
  await writeIn(jo.page, 'twee')
  await jo.page.keyboard.type('>')
  await until(async () => expect(await written(sam.page)).toBe('een>\ntwee>'))
  await sam.page.keyboard.press('Control+Home')
  await sam.page.keyboard.press('End')
  const [his, hers] = [keysOf(SMALL), keysOf(LARGE)]
  await Promise.all([pressAll(sam.page, his), pressAll(jo.page, hers)])

  const whole = `een>${lettersOf(his)}\ntwee>${lettersOf(hers)}`
  await until(async () => expect([await written(sam.page), await written(jo.page)]).toEqual([whole, whole]))
  await saysSaved(sam.page)
  await saysSaved(jo.page)
  expect(await storedText(sam.page)).toBe(whole)
  for (const { page } of [sam, jo]) {
    await page.keyboard.press('Escape')
    await canvasOf(page).press('Escape')
    expect(await shownText(page)).toBe(whole)
  }
  expect([...sam.faults, ...jo.faults]).toEqual([])
})

test('two who type at once at one and the same place find each their own letters together', async () => {
  const { sam, jo } = await samAndJo('[]')
  await writeIn(sam.page, '[]')
  await writeIn(jo.page, '[]')
  // No new lines here: whoever breaks a line in which another writes behind that place, cuts it in two.
  const inLine = (keys: string[]) => keys.filter((key) => key !== 'Enter')
  const [his, hers] = [inLine(keysOf(SMALL)), inLine(keysOf(LARGE))]
  await Promise.all([pressAll(sam.page, his), pressAll(jo.page, hers)])

  await until(async () => expect(await written(sam.page)).toBe(await written(jo.page)))
  const whole = await written(sam.page)
  expect([`[]${lettersOf(his)}${lettersOf(hers)}`, `[]${lettersOf(hers)}${lettersOf(his)}`]).toContain(whole)
  await saysSaved(sam.page)
  await saysSaved(jo.page)
  expect(await storedText(sam.page)).toBe(whole)
})

test('one drags the note while the other types in it: no letter is lost, it moves fluently, and each undoes the own act', async () => {
  const { sam, jo } = await samAndJo()
  const before = await placeOf(sam.page, 'midden')
  await writeIn(sam.page, 'midden')
  await watchCourse(sam.page, 'midden')
  const { x, y } = await boxOf(onCanvas(jo.page, 'midden'))
  const hold = { x: x + 40, y: y + 15 }
  await jo.page.mouse.move(hold.x, hold.y)
  await jo.page.mouse.down()
  const words = ' van de tafel, en alle letters die ik hier schrijf blijven staan terwijl zij schuift'
  await Promise.all([
    sam.page.keyboard.type(words),
    (async () => {
      for (let step = 1; step <= 80; step += 1) {
        await jo.page.mouse.move(hold.x + step * 3, hold.y + step)
        await jo.page.evaluate(() => new Promise(requestAnimationFrame))
      }
      await jo.page.mouse.up()
    })(),
  ])
  const moved = await placeOf(jo.page, 'midden')
  expect(moved).not.toBe(before)
  await until(async () => expect(await placeOf(sam.page, 'midden')).toBe(moved))
  const steps = await courseOf(sam.page)
  const pauses = steps.slice(1).map(({ at }, index) => at - (steps[index]?.at ?? 0))
  expect(pauses.toSorted((a, b) => a - b)[Math.floor(pauses.length / 2)]).toBeLessThan(100)
  expect(await written(sam.page)).toBe(`midden${words}`)
  await saysSaved(sam.page)
  await saysSaved(jo.page)
  expect(await storedText(sam.page)).toBe(`midden${words}`)

  // Sam takes back letters, and the note stays where Jo laid it; Jo takes back the move, and the letters stay.
  await sam.page.keyboard.press('Control+z')
  await until(async () => expect(await written(sam.page)).not.toBe(`midden${words}`))
  const left = await written(sam.page)
  await storedBecomes(jo.page, left)
  expect(await placeOf(sam.page, left)).toBe(moved)
  await canvasOf(jo.page).press('Control+z')
  await until(async () => expect(await placeOf(sam.page, left)).toBe(before))
  expect(await written(sam.page)).toBe(left)
  await saysSaved(jo.page)
  await storedBecomes(jo.page, left)
  expect([...sam.faults, ...jo.faults]).toEqual([])
})

test('a word that is being composed, as with an input method, survives what another types', async () => {
  const { sam, jo } = await samAndJo()
  await writeIn(sam.page, 'midden')
  await writeIn(jo.page, 'midden')
  await jo.page.keyboard.press('Control+Home')
  const ime = await sam.context.newCDPSession(sam.page)
  const compose = (text: string) =>
    ime.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
  await sam.page.keyboard.type(' ')
  await compose('に')
  await jo.page.keyboard.type('aan het ')
  await until(async () => expect(await written(sam.page)).toBe('aan het midden に'))
  await compose('にほ')
  await jo.page.keyboard.press('Control+End')
  await compose('にほん')
  await jo.page.keyboard.press('Control+Home')
  await jo.page.keyboard.type('Nu ')
  await until(async () => expect(await written(sam.page)).toContain('Nu aan het midden'))
  await ime.send('Input.insertText', { text: '日本' })
  const whole = 'Nu aan het midden 日本'
  await until(async () => expect([await written(sam.page), await written(jo.page)]).toEqual([whole, whole]))
  await sam.page.keyboard.type('!')
  await until(async () => expect(await written(jo.page)).toBe(`${whole}!`))
  await saysSaved(sam.page)
  await storedBecomes(sam.page, `${whole}!`)
  expect([...sam.faults, ...jo.faults]).toEqual([])
})

test('in a note that is open here one sees where the others write, and no longer when they leave it', async () => {
  const { sam, jo } = await samAndJo('een huis is geen thuis')
  await writeIn(sam.page, 'een huis')
  await writeIn(jo.page, 'een huis')
  await jo.page.mouse.move(300, 300)
  const paper = await boxOf(onCanvas(sam.page, 'een huis'))
  const caret = () => spotOf(sam.page, JO.colour, paper)
  const name = () =>
    spotOf(sam.page, JO.colour, { x: paper.x + paper.width, y: paper.y, width: 160, height: paper.height })
  // A line as high as a letter in the text, and the name beside the note, where it hides nothing.
  await until(async () => expect((await caret())?.height).toBeGreaterThan(14))
  await until(async () => expect((await name())?.width).toBeGreaterThan(30))
  const end = await caret()

  // Home goes to the beginning of the line for both, beside the other's caret too.
  await jo.page.keyboard.press('Control+Home')
  await until(async () => expect((await caret())?.top).toBeLessThan(end?.top ?? 0))
  const begin = await caret()
  await sam.page.keyboard.press('Control+Home')
  await sam.page.keyboard.press('End')
  await sam.page.keyboard.press('Home')
  await sam.page.keyboard.type('Nee, ')
  await until(async () => expect(await written(sam.page)).toBe('Nee, een huis is geen thuis'))
  // Jo's caret goes along with the letters at which it stands, or stays before them; it stays on paper.
  await until(async () => expect((await caret())?.left).toBeGreaterThanOrEqual(begin?.left ?? 0))
  // What Jo chooses is tinted as well.
  await jo.page.keyboard.press('Control+a')
  await jo.page.keyboard.press('Escape')
  await until(async () => expect([await caret(), await name()]).toEqual([null, null]))

  await writeIn(jo.page, 'een huis')
  await until(async () => expect(await caret()).not.toBeNull())
  await jo.page.close()
  await until(async () => expect([await caret(), await name()]).toEqual([null, null]))
  expect([...sam.faults, ...jo.faults]).toEqual([])
})
