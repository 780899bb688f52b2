/** The three domains in which a party may stand, in reading order. Apart from the shapes, so that light pages can name them. */
export const DOMAINS = ['institutioneel', 'casus', 'leefomgeving'] as const
export type Domain = (typeof DOMAINS)[number]
