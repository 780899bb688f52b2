import type { SignNames } from './drawing.ts'

/** How large a picture is where it has all the room that it asks for. */
export const PICTURE = 96

/** Of whatever has a sign, only that. */
export const signOf = ({ icon, pictogram }: SignNames): SignNames => (pictogram ? { icon, pictogram } : { icon })

/** A picture has more to show than a line icon, and so is larger. */
export const signSize = ({ pictogram }: Pick<SignNames, 'pictogram'>, icon: number, picture: number): number =>
  pictogram ? picture : icon
