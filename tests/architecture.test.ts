import { expect, test } from 'vitest'
import { cycles, importGraph, reachedStatically } from './support/import-graph.ts'

const graph = importGraph(['client', 'server', 'shared', 'templates'])
const ours = (file: string) => graph.has(file)
const area = (file: string) => file.split('/')[0] ?? ''
const edges = [...graph].flatMap(([from, imports]) => imports.map((imported) => ({ from, ...imported })))
const isTldraw = (name: string) => name === 'tldraw' || name.startsWith('tldraw/') || name.startsWith('@tldraw/')
const isYjs = (name: string) => /^(yjs|lib0|y-)/.test(name)

const MAY_IMPORT: Record<string, readonly string[]> = {
  client: ['client', 'shared'],
  server: ['server', 'shared'],
  templates: ['shared', 'templates'],
  shared: ['shared'],
}

test('no file imports itself by way of others', () => {
  expect(cycles(graph)).toEqual([])
})

test('client, server and templates lean on shared only', () => {
  const wrong = edges.filter(({ from, to }) => ours(to) && !MAY_IMPORT[area(from)]?.includes(area(to)))
  expect(wrong.map(({ from, to }) => `${from} → ${to}`)).toEqual([])
})

test('tldraw is imported under client/canvas alone, its data side also by shared, server and the binding', () => {
  const dataSide = ['@tldraw/store', '@tldraw/tlschema', '@tldraw/validate']
  const mayUseDataSide = (file: string) => /^(shared|server|client\/(canvas|sync|net))\//.test(file)
  const wrong = edges.filter(
    ({ from, to }) =>
      isTldraw(to) && !from.startsWith('client/canvas/') && !(dataSide.includes(to) && mayUseDataSide(from)),
  )
  expect(wrong.map(({ from, to }) => `${from} → ${to}`)).toEqual([])
})

test('home and the way in load neither tldraw nor yjs', () => {
  const light = ['client/main.tsx', 'client/home/HomePage.tsx', 'client/join/CodePage.tsx', 'client/join/TablePage.tsx']
  const heavy = light.flatMap((page) =>
    reachedStatically(graph, page)
      .filter((path) => isTldraw(path.at(-1) ?? '') || isYjs(path.at(-1) ?? ''))
      .map((path) => path.join(' → ')),
  )
  expect(heavy).toEqual([])
})

test('the binding knows nothing of the product: it could be published as it is', () => {
  const known = ['yjs', 'y-prosemirror', '@tiptap/pm/model', '@tldraw/store']
  const wrong = edges.filter(
    ({ from, to }) => from.startsWith('client/sync/') && !to.startsWith('client/sync/') && !known.includes(to),
  )
  expect(wrong.map(({ from, to }) => `${from} → ${to}`)).toEqual([])
})
