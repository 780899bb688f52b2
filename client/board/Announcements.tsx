import { useEffect, useRef, useState } from 'react'
import { useTableValue } from '../canvas/hooks.ts'
import type { Table } from '../canvas/table.ts'
import { useTranslation } from '../ui/i18n.ts'
import { LiveRegion } from '../ui/LiveRegion.tsx'
import { gather, isNews, type News, NO_NEWS, type Sight, sightOf } from './news.ts'

/** The shortest time between two announcements, in ms. */
const APART_MS = 10_000
/** How long after the first sync what comes in still belongs to what the table held, in ms. */
const SETTLES_MS = 2_000

interface Memory {
  seen: Sight | null
  /** When the table was first in, or null while it is not. */
  syncedAt: number | null
  /** What is not yet told. */
  news: News
  toldAt: number
}

/** Tells screen readers who joined and how many cards others laid, in bundles and never while they speak. */
export function Announcements({ table }: { table: Table }) {
  const { t } = useTranslation('board')
  const dossier = useTableValue(table, 'dossier')
  const people = useTableValue(table, 'people')
  const save = useTableValue(table, 'save')
  const [told, setTold] = useState<News>(NO_NEWS)
  const memory = useRef<Memory>({ seen: null, syncedAt: null, news: NO_NEWS, toldAt: 0 })

  useEffect(() => {
    const { current } = memory
    const sight = sightOf(dossier, people, table.board.participantId)
    if (save.state !== 'connecting') current.syncedAt ??= Date.now()
    const isSettled = current.syncedAt !== null && Date.now() >= current.syncedAt + SETTLES_MS
    if (current.seen && isSettled) current.news = gather(current.news, current.seen, sight)
    current.seen = sight
    if (!isNews(current.news)) return
    const timer = setTimeout(
      () => {
        current.toldAt = Date.now()
        setTold(current.news)
        current.news = NO_NEWS
      },
      Math.max(0, current.toldAt + APART_MS - Date.now()),
    )
    return () => clearTimeout(timer)
  }, [dossier, people, save.state, table])

  const sentences: string[] = []
  if (told.joined.length > 0) {
    const name = told.joined[0]?.name ?? t('news.someone')
    sentences.push(t('news.joined', { count: told.joined.length, name }))
  }
  if (told.cards > 0) sentences.push(t('news.cards', { count: told.cards }))
  return <LiveRegion>{sentences.join(' ')}</LiveRegion>
}
