import { z } from 'zod/mini'
import { PICTOGRAMS } from '../../../shared/templates/pictogram.ts'

/** A set of pictures as Iconify packs it, as far as we use it. */
const PictureSet = z.object({
  /** Of the square that each picture is drawn in. */
  width: z.number(),
  height: z.number(),
  icons: z.record(z.string(), z.object({ body: z.string() })),
  aliases: z.record(z.string(), z.object({ parent: z.string() })),
})

/** Of a set of pictures those that our plates use, each as it is, by what it means: what stands in `openmoji.json`. */
export function subsetOf(set: unknown): string {
  const { width, height, icons, aliases } = PictureSet.parse(set)
  if (width !== height) throw new Error('the pictures are not square')
  const pictures = Object.entries(PICTOGRAMS).map(([concept, { icon }]) => {
    const picture = icons[aliases[icon]?.parent ?? icon]
    if (!picture) throw new Error(`the set has no picture ${icon}, for ${concept}`)
    return [concept, picture.body] as const
  })
  return `${JSON.stringify({ size: width, pictures: Object.fromEntries(pictures) }, null, 2)}\n`
}
