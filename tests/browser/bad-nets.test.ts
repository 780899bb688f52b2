import { expect, test } from 'vitest'
import { aBoard, aServer } from '../support/server.ts'
import { until } from '../support/sockets.ts'
import { layNote, onCanvas, saysOfSaving, saysSaved, showTheSame } from './support/at-table.ts'
import { aBadNet, type BadNet } from './support/bad-net.ts'
import { aBrowser, type Visitor } from './support/browser.ts'
import { aGuest, type Seat } from './support/seats.ts'

const browser = await aBrowser()

const OFFLINE = 'Offline, bewaard op dit apparaat'

/** Sam behind a net of which anything can become, and Jo on the server's own. */
async function aTableOverBadNet(
  own: Pick<Seat, 'onContext'> = {},
): Promise<{ net: BadNet; sam: Visitor; jo: Visitor }> {
  const server = await aServer()
  const board = await aBoard(server, { templates: ['opgave-circle'] })
  const net = await aBadNet(server)
  const jo = await aGuest(browser, server, board, { name: 'Jo' })
  const sam = await aGuest(browser, net, board, { name: 'Sam', ...own })
  await Promise.all([saysSaved(sam.page), saysSaved(jo.page)])
  return { net, sam, jo }
}

test('a line that dies without a word is found out, and what was written meanwhile arrives', async () => {
  const { net, sam, jo } = await aTableOverBadNet()
  net.deaden()
  await layNote(sam.page, 'Geschreven in het niets')
  await saysOfSaving(sam.page, 'Bezig met opslaan')
  expect(await onCanvas(jo.page, 'Geschreven in het niets').count()).toBe(0)
  await saysOfSaving(sam.page, 'Opgeslagen')
  await onCanvas(jo.page, 'Geschreven in het niets').waitFor()
  expect(sam.faults).toEqual([])
})

test('a laptop that slept while its line died is back within seconds', async () => {
  const { net, sam, jo } = await aTableOverBadNet({ onContext: (context) => context.clock.install() })
  await layNote(sam.page, 'Voor het slapen')
  await saysSaved(sam.page)
  net.deaden()
  await layNote(jo.page, 'Terwijl u sliep')
  const wokenAt = Date.now()
  await sam.context.clock.fastForward('02:00:00')
  await onCanvas(sam.page, 'Terwijl u sliep').waitFor()
  // Found out by the jump of the clock: without that it takes ten seconds of silence and five without an answer.
  expect(Date.now() - wokenAt).toBeLessThan(15_000)
  await layNote(sam.page, 'Wakker')
  await saysSaved(sam.page)
  await onCanvas(jo.page, 'Wakker').waitFor()
})

test('flaky Wi-Fi loses nothing, and the badge is right in the end', async () => {
  const { net, sam, jo } = await aTableOverBadNet()
  const mishaps = [net.cut, net.stall, net.flow, net.deaden, net.cut, net.stall, net.cut, net.flow]
  for (const [at, mishap] of mishaps.entries()) {
    mishap()
    await layNote(sam.page, `Van Sam ${at}`)
    await layNote(jo.page, `Van Jo ${at}`)
  }
  net.flow()
  for (const at of mishaps.keys()) {
    await onCanvas(jo.page, `Van Sam ${at}`).waitFor()
    await onCanvas(sam.page, `Van Jo ${at}`).waitFor()
  }
  await saysSaved(sam.page)
  await showTheSame([sam.page, jo.page])
})

const page = (status: string, headers = '') =>
  `HTTP/1.1 ${status}\r\nContent-Type: text/html\r\n${headers}Connection: close\r\n\r\n<h1>Welkom op onze wifi</h1>`

test.each([
  ['a page', page('200 OK')],
  ['a redirect', page('302 Found', 'Location: http://localhost:1/login\r\n')],
])('where a hotel answers with %s, one works on offline and is still at the table afterwards', async (_, response) => {
  const { net, sam, jo } = await aTableOverBadNet()
  net.answerInstead(response)
  await saysOfSaving(sam.page, OFFLINE)
  await layNote(sam.page, 'In de hal geschreven')
  await sam.page.getByRole('status').getByText('Geen verbinding sinds').waitFor()
  const tried = net.connections()
  await until(() => expect(net.connections()).toBeGreaterThan(tried + 1))
  await saysOfSaving(sam.page, OFFLINE)
  net.flow()
  await saysSaved(sam.page)
  await onCanvas(jo.page, 'In de hal geschreven').waitFor()
})

test('a table that is opened where a hotel answers for the snapshot comes over the socket', async () => {
  const server = await aServer()
  const board = await aBoard(server, { templates: ['opgave-circle'] })
  const jo = await aGuest(browser, server, board, { name: 'Jo' })
  await layNote(jo.page, 'Er lag al iets')
  await saysSaved(jo.page)
  const sam = await aGuest(browser, server, board, {
    name: 'Sam',
    onContext: (context) =>
      context.route('**/snapshot', (route) => route.fulfill({ status: 200, contentType: 'text/html', body: '<h1>' })),
  })
  await onCanvas(sam.page, 'Er lag al iets').waitFor()
  await saysSaved(sam.page)
})
