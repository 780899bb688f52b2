import atkinsonItalic from '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-italic.woff2?url'
import atkinson from '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2?url'
import { getAssetUrlsByImport } from '@tldraw/assets/imports.vite'

const FAMILIES = ['draw', 'sans', 'serif', 'mono'] as const

/** A table has one typeface, which people who read little can read; the four families of tldraw all resolve to it. */
const fonts = Object.fromEntries(
  FAMILIES.flatMap((family) => [
    [`tldraw_${family}`, atkinson],
    [`tldraw_${family}_bold`, atkinson],
    [`tldraw_${family}_italic`, atkinsonItalic],
    [`tldraw_${family}_italic_bold`, atkinsonItalic],
  ]),
)

const own = getAssetUrlsByImport()

/** A table has no embeds. An icon left out here would be fetched from tldraw's own server; an empty one is skipped. */
const embedIcons = Object.fromEntries(Object.keys(own.embedIcons).map((name) => [name, '']))

/** All that tldraw loads, served by us. Stable identity: tldraw reloads its assets when this object changes. */
export const assetUrls = { ...own, fonts: { ...own.fonts, ...fonts }, embedIcons }
