/** One hue says which step of the method a plate serves, or which domain a part of it is about. */
export const HUES = [
  'opgave',
  'samenstelling',
  'ambitie',
  'organisatie',
  'leren',
  'institutioneel',
  'casus',
  'leefomgeving',
] as const
export type Hue = (typeof HUES)[number]

export interface Tones {
  /** Solid shapes under white text, and headings. */
  deep: string
  /** The second tone of a ring. */
  alt: string
  /** Lines and large icons, never text. */
  mid: string
  /** Strips, and what lights up. */
  soft: string
  /** Fields. */
  wash: string
}

const tones = (deep: string, alt: string, mid: string, soft: string, wash: string): Tones => ({
  deep,
  alt,
  mid,
  soft,
  wash,
})

export const TONES: Readonly<Record<Hue, Tones>> = {
  opgave: tones('#1B4B8A', '#2F6BB3', '#5B8FCB', '#D3E3F6', '#EEF4FB'),
  samenstelling: tones('#0B5D56', '#1C7F75', '#45988D', '#CDE7E1', '#ECF6F3'),
  ambitie: tones('#A33A16', '#BE5027', '#CC6C40', '#FADBCB', '#FDF2EC'),
  organisatie: tones('#5B3A8C', '#7A58AC', '#9C82C4', '#E3D9F1', '#F5F1FA'),
  leren: tones('#6B5200', '#8A6B00', '#A67C10', '#F8E6AE', '#FDF7E3'),
  institutioneel: tones('#3F4C73', '#5C6A94', '#8390B5', '#DADFEC', '#F0F2F8'),
  casus: tones('#97275B', '#B64A7C', '#C46B95', '#F6D8E5', '#FCF0F5'),
  leefomgeving: tones('#3F5F14', '#5B802A', '#6F9139', '#DFEBC6', '#F4F8EA'),
}

/** An overview, which is about all steps, is ink; where it needs a hue it has that of the task. */
export const tonesOf = (hue: Hue | 'ink'): Tones => TONES[hue === 'ink' ? 'opgave' : hue]

export const INK = '#17203A'
export const INK_2 = '#4A5370'
export const HAIRLINE = '#C9CDD8'
export const WHITE = '#FFFFFF'

/** The colour that lies at a share (0–1) of the way from one to the other. */
export function mix(from: string, to: string, share: number): string {
  const channel = (at: number) => {
    const [a, b] = [Number.parseInt(from.slice(at, at + 2), 16), Number.parseInt(to.slice(at, at + 2), 16)]
    return Math.round(a + (b - a) * share)
      .toString(16)
      .padStart(2, '0')
  }
  return `#${channel(1)}${channel(3)}${channel(5)}`
}
