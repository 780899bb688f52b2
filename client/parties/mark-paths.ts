import type { PartyMark } from '../../shared/parties/seats.ts'

/** Drawn round (0, 0) for a disc of 20 across; the others reach further where they have less body, so all weigh the same. Even-odd. */
export const MARK_PATHS: Readonly<Record<PartyMark, string>> = {
  disc: 'M0-10A10 10 0 0 1 0 10 10 10 0 0 1 0-10Z',
  square: 'M-7.9-8.9H7.9A1 1 0 0 1 8.9-7.9V7.9A1 1 0 0 1 7.9 8.9H-7.9A1 1 0 0 1-8.9 7.9V-7.9A1 1 0 0 1-7.9-8.9Z',
  triangle: 'M0-9.8 10.9 9.2H-10.9Z',
  star: 'M0-11.2 2.6-3.6 10.7-3.5 4.3 1.4 6.6 9.1 0 4.5-6.6 9.1-4.3 1.4-10.7-3.5-2.6-3.6Z',
  diamond: 'M0-11.4 11.4 0 0 11.4-11.4 0Z',
  hexagon: 'M-11.2 0-5.6-9.7H5.6L11.2 0 5.6 9.7H-5.6Z',
  drop: 'M0-11.2C3.6-7.2 8.3-1.6 8.3 3.1A8.3 8.3 0 0 1-8.3 3.1C-8.3-1.6-3.6-7.2 0-11.2Z',
  'half-disc': 'M-10.8-6.2H10.8C10.8 1.6 5.6 6.6 0 6.6S-10.8 1.6-10.8-6.2Z',
  plus: 'M-3.6-10.8H3.6V-3.6H10.8V3.6H3.6V10.8H-3.6V3.6H-10.8V-3.6H-3.6Z',
  ring: 'M0-10.5A10.5 10.5 0 0 1 0 10.5 10.5 10.5 0 0 1 0-10.5ZM0-5.2A5.2 5.2 0 0 0 0 5.2 5.2 5.2 0 0 0 0-5.2Z',
  bars: 'M-10.4-8.8H10.4V-2.2H-10.4ZM-10.4 2.2H10.4V8.8H-10.4Z',
  chevron: 'M-10.8-9.7 0-3.4 10.8-9.7V2.6L0 9.7-10.8 2.6Z',
}
