import type * as Y from 'yjs'

/** Any shared type, by its insides. */
export type YType = Pick<Y.AbstractType<unknown>, '_item' | '_map' | '_start'>
