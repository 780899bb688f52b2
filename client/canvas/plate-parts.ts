import type { TLShape } from 'tldraw'
import type { RegionShape } from '../../shared/records/region.ts'
import type { SheetShape } from '../../shared/records/sheet.ts'

export const isSheet = (shape: TLShape | undefined): shape is TLShape & SheetShape =>
  (shape?.type as string | undefined) === 'sheet'

export const isRegion = (shape: TLShape | undefined): shape is TLShape & RegionShape =>
  (shape?.type as string | undefined) === 'region'

export const isLocked = ({ meta }: Pick<TLShape, 'meta'>): boolean => meta.lock === 'facilitator'

/** What lies as printed: a plate that is not unlocked, and always a region, which never leaves its place on its sheet. */
export const isFixed = (shape: TLShape | undefined): boolean => isRegion(shape) || (isSheet(shape) && isLocked(shape))
