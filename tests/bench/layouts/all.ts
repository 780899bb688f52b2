import type { Layout } from './layout.ts'

/** The layouts that are measured; each is loaded only by the process that plays it. */
export const LAYOUTS = ['ours', 'A 60 Hz', 'A end', 'B end', 'B end, original'] as const
export type LayoutName = (typeof LAYOUTS)[number]

export async function layoutNamed(name: LayoutName): Promise<Layout> {
  switch (name) {
    case 'ours':
      return (await import('./ours.ts')).ours
    case 'A 60 Hz':
      return (await import('./plain-map.ts')).plainMap('60 Hz')
    case 'A end':
      return (await import('./plain-map.ts')).plainMap('end')
    case 'B end':
      return (await (await import('./key-value.ts')).keyValueLayouts()).quick
    case 'B end, original':
      return (await (await import('./key-value.ts')).keyValueLayouts()).original
    default:
      return name satisfies never
  }
}
