import { useEffect, useReducer, useRef } from 'react'
import type { SaveState } from '../canvas/table.ts'
import {
  bannerOf,
  firstMemory,
  nextTurn,
  remember,
  type SaveBannerKind,
  type SaveSign,
  type Standing,
  signOf,
} from './save-truth.ts'

/** What badge and banner say now about saving; turns by itself when time alone changes it. */
export function useSaveTruth(
  save: SaveState,
  standing: Standing | null,
): { sign: SaveSign; banner: SaveBannerKind | null } {
  const now = Date.now()
  const memory = useRef(firstMemory(save, now))
  if (memory.current.save !== save) memory.current = remember(memory.current, save, now)
  const [, turn] = useReducer((turns: number) => turns + 1, 0)
  const turnAt = nextTurn(memory.current, now)
  useEffect(() => {
    if (turnAt === null) return
    const timer = setTimeout(turn, Math.max(0, turnAt - Date.now()))
    return () => clearTimeout(timer)
  }, [turnAt])
  return { sign: signOf(memory.current, now), banner: bannerOf(memory.current, now, standing) }
}
