import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import type { Locale } from '../../shared/api/boards.ts'
import { writeRecords } from '../../shared/records/doc.ts'
import { aNote } from '../support/records.ts'
import { aBoard, aServer, sit } from '../support/server.ts'
import { aStockClient } from '../support/sockets.ts'
import { layNote, onCanvas } from './support/at-table.ts'
import { axeFindings } from './support/axe.ts'
import { aBrowser, aVisitor, type SCREENS } from './support/browser.ts'
import { aGuest, openTable, takeSeat } from './support/seats.ts'
import { WORDS } from './support/words.ts'

const browser = await aBrowser()

const PLATES = ['opgave-circle', 'three-domains', 'stakeholder-map']

/** Collects what axe finds on each sight of a walk, under the name of the sight. */
function aWalk(page: Page) {
  const findings: Record<string, string[]> = {}
  return {
    findings,
    async look(sight: string) {
      // Contrast is measured on what has come to rest.
      await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)))
      const found = await axeFindings(page)
      if (found.length > 0) findings[sight] = found
    },
  }
}

const WALKS: [Locale, keyof typeof SCREENS][] = [
  ['nl', 'smallLaptop'],
  ['en', 'smallLaptop'],
  ['nl', 'smallPhone'],
  ['en', 'smallPhone'],
]

describe.each(WALKS)('axe finds nothing in %s on a %s', (locale, screen) => {
  const words = WORDS[locale]

  test('on the pages that lead to a table', async () => {
    const server = await aServer()
    const board = await aBoard(server, { templates: PLATES })
    const { page } = await aVisitor(browser, server.url, { locale, screen })
    const { look, findings } = aWalk(page)

    await page.goto('/')
    await page.getByRole('button', { name: words.home.new.make }).click()
    await page.getByText(words.home.new.nameMissing).waitFor()
    await look('home')
    await page.goto(`/mee/${board.code}`)
    await page.getByRole('button', { name: words.join.sit }).waitFor()
    await look('join by code')
    await page.goto(`/t/${board.id}#${board.secrets.viewer}`)
    await page.getByRole('button', { name: words.join.watch }).waitFor()
    await look('join by link')
    await page.goto('/mee')
    await page.getByRole('heading', { name: words.join.code.title }).waitFor()
    await look('asks for a code')
    await page.goto(`/mee/${board.code === '000000' ? '111111' : '000000'}`)
    await page.getByRole('heading', { name: words.join.code.wrong }).waitFor()
    await look('no entry')
    await page.goto('/nowhere/at/all')
    await page.getByRole('heading', { level: 1 }).waitFor()
    await look('no such page')
    expect(findings).toEqual({})
  })

  test('on an empty table', async () => {
    const server = await aServer()
    const board = await aBoard(server)
    const { page } = await aGuest(browser, server, board, { role: 'facilitator', locale, screen })
    const { look, findings } = aWalk(page)
    await look('board')
    await openTab(page, words.board, words.dossier.answers.tab)
    await look('no answers')
    await openTab(page, words.board, words.dossier.parties.tab)
    await look('no parties')
    expect(findings).toEqual({})
  })

  test('while one says what a card is', async () => {
    const server = await aServer()
    const board = await aBoard(server, { templates: PLATES })
    const { token } = await sit(server, board, 'participant')
    const { doc, synced } = aStockClient(server, board.id, token)
    await synced()
    writeRecords(doc, [aNote('n', { text: 'Bel de huisarts', at: [-200, 400], meta: { kind: 'action' } })])
    const { page } = await aGuest(browser, server, board, { name: 'Jo', locale, screen })
    const { look, findings } = aWalk(page)
    const { kind, noteBar, noteMore } = words.board
    await openTab(page, words.board, words.dossier.answers.tab)
    await page.getByRole('button', { name: 'Bel de huisarts' }).click()
    const bar = page.getByRole('group', { name: noteBar.name_one })
    await bar.getByRole('button', { name: kind.action, pressed: true }).waitFor()
    await look('the kinds by a card')
    await bar.getByRole('button', { name: noteBar.more }).click()
    await page.getByRole('dialog', { name: noteBar.choose }).waitFor()
    await look('all kinds')
    await page.keyboard.press('Escape')
    await bar.getByRole('button', { name: noteBar.tell.action }).click()
    await page.getByRole('dialog', { name: noteMore.title }).waitFor()
    await look('more about a card')
    expect(findings).toEqual({})
  })

  test('on a table in use', async () => {
    const server = await aServer()
    const board = await aBoard(server, { templates: PLATES })
    const jo = await aGuest(browser, server, board, { name: 'Jo', party: 'zorgaanbieder' })
    await layNote(jo.page, 'Een huis is nog geen thuis', 'De opgave · Uitdaging')
    await layNote(jo.page, 'Wijkteam kent de straat', 'De opgave · Krachten')
    const { page } = await aGuest(browser, server, board, { role: 'facilitator', name: 'Sam', locale, screen })
    const { look, findings } = aWalk(page)
    await onCanvas(page, 'Een huis is nog geen thuis').waitFor()
    await look('board')
    await openTab(page, words.board, words.dossier.answers.tab)
    await look('answers')
    await openTab(page, words.board, words.dossier.parties.tab)
    await look('parties')
    await page.getByRole('button', { name: words.dossier.addParty.title }).click()
    await page.getByRole('dialog', { name: words.dossier.addParty.title }).waitFor()
    await look('new party')
    await page.keyboard.press('Escape')
    await page.getByRole('dialog', { name: words.dossier.addParty.title }).waitFor({ state: 'hidden' })
    await page.keyboard.press('Escape')

    const { board: own, share } = words
    await page.keyboard.press('k')
    await page.getByRole('dialog', { name: own.note.title }).waitFor()
    await look('new note')
    await page.getByRole('button', { name: own.note.lay }).click()
    await page.getByText(own.note.empty).waitFor()
    await look('new note without words')
    await page.keyboard.press('Escape')

    await page.getByRole('button', { name: own.people.open_other.replace('{{count}}', '2') }).click()
    await page.getByRole('dialog', { name: own.people.title }).waitFor()
    await look('people')
    await page.keyboard.press('Escape')

    await openMenu(page, own)
    await look('menu')
    await page.getByRole('menuitem', { name: own.menu.keys }).click()
    await page.getByRole('dialog', { name: own.help.title }).waitFor()
    await look('keys')
    await page.keyboard.press('Escape')

    await choose(page, own, own.plates.rail)
    await page.getByRole('dialog', { name: own.plates.title }).waitFor()
    await look('plates')
    await page.getByRole('button', { name: own.plates.add }).click()
    const gallery = page.getByRole('dialog', { name: own.gallery.title })
    await gallery.getByRole('listitem').first().waitFor()
    await look('gallery')
    await gallery.getByRole('listitem').first().getByRole('button').click()
    await gallery.getByRole('button', { name: own.gallery.lay }).waitFor()
    await look('a plate in the gallery')
    await gallery.getByRole('button', { name: words.plates.own.copy }).click()
    const ownPlate = page.getByRole('dialog', { name: words.plates.copyTitle })
    await ownPlate.getByLabel(words.plates.name, { exact: true }).waitFor()
    await look('an own plate')
    await page.keyboard.press('Escape')
    await ownPlate.waitFor({ state: 'hidden' })
    for (const dialog of [gallery, page.getByRole('dialog', { name: own.plates.title })]) {
      await page.keyboard.press('Escape')
      await dialog.waitFor({ state: 'hidden' })
    }

    await choose(page, own, own.top.share)
    await page.getByRole('dialog', { name: share.title }).waitFor()
    await look('share')
    await page.keyboard.press('Escape')

    await page.getByRole('button', { name: own.save.saved.sign, exact: true }).click()
    await page.getByText(own.save.saved.head).waitFor()
    await look('what saved means')
    await page.keyboard.press('Escape')

    await page.getByTestId('tools.draw').click()
    await look('a drawing tool with its styles')
    expect(findings).toEqual({})
  })
})

/** A rail's button where there is room for rails, or the way there is on a phone. */
async function openTab(page: Page, words: (typeof WORDS)['nl']['board'], tab: string): Promise<void> {
  const pill = page.getByRole('button', { name: words.dossierButton, exact: true })
  if (await pill.isVisible()) await pill.click()
  await page
    .getByRole('toolbar', { name: words.part.dossier })
    .filter({ visible: true })
    .getByRole('button', { name: tab })
    .click()
}

async function openMenu(page: Page, words: (typeof WORDS)['nl']['board']): Promise<void> {
  await page.getByRole('button', { name: words.top.more, exact: true }).click()
  await page.getByRole('menu').waitFor()
}

/** A button of the board's frame, which a phone has in its menu. */
async function choose(page: Page, words: (typeof WORDS)['nl']['board'], name: string): Promise<void> {
  const button = page.getByRole('button', { name, exact: true }).filter({ visible: true })
  if (await button.isVisible()) return button.click()
  await openMenu(page, words)
  await page.getByRole('menuitem', { name }).click()
}

test('nothing scrolls sideways at 320 pixels on the pages that residents open', async () => {
  const server = await aServer()
  const board = await aBoard(server, { title: 'Uitstroming uit beschermd wonen in de Arbeidsmarktregio' })
  const { page } = await aVisitor(browser, server.url, { screen: 'narrow' })
  for (const path of ['/', `/mee/${board.code}`, `/t/${board.id}#${board.secrets.participant}`, '/mee']) {
    await page.goto(path)
    await page.getByRole('heading', { level: 1 }).waitFor()
    const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement)
    expect(scrollWidth, path).toBe(clientWidth)
  }
})

test('the page says in which language it is as soon as another is chosen', async () => {
  const server = await aServer()
  const board = await aBoard(server)
  const { page } = await aVisitor(browser, server.url)
  const language = () => page.evaluate(() => document.documentElement.lang)
  await page.goto('/')
  expect(await language()).toBe('nl')
  await page.getByLabel('Taal').selectOption('English')
  await page.getByRole('button', { name: 'Lay the table' }).waitFor()
  expect(await language()).toBe('en')

  await takeSeat(page, board)
  await openTable(page, board)
  expect(await language()).toBe('en')
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Nederlands' }).click()
  await page.getByRole('button', { name: 'Delen' }).waitFor()
  expect(await language()).toBe('nl')
  await openTable(page, board)
  expect(await language()).toBe('nl')
})

test('the camera jumps for who asked for less motion', async () => {
  const server = await aServer()
  const board = await aBoard(server, { templates: PLATES })
  const { page } = await aGuest(browser, server, board, { reducedMotion: 'reduce' })
  await page.getByRole('button', { name: 'Platen' }).click()
  await page.getByRole('button', { name: 'Ga naar Wie doet mee?' }).waitFor()
  const views = await watchCamera(page, () => page.getByRole('button', { name: 'Ga naar Wie doet mee?' }).click())
  expect(views).toHaveLength(2)
})

/** Every place of the camera that a screen draws while something is done and for as long as a travel may last. */
async function watchCamera(page: Page, act: () => Promise<void>): Promise<string[]> {
  const watching = page.evaluate(
    (lastsMs) =>
      new Promise<string[]>((resolve) => {
        const layer = document.querySelector<HTMLElement>('.tl-html-layer')
        const seen = new Set<string>()
        let until = Number.POSITIVE_INFINITY
        const frame = () => {
          seen.add(layer?.style.transform ?? '')
          if (seen.size === 2) until = Math.min(until, performance.now() + lastsMs)
          if (performance.now() < until) requestAnimationFrame(frame)
          else resolve([...seen])
        }
        frame()
      }),
    600,
  )
  await act()
  return await watching
}
