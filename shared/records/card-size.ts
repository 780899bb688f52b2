/** A party's card, in canvas units. Apart from its shape, so that light pages can reckon with it. */
export const CARD_SIZE = { w: 220, h: 64 } as const
