import { Eye } from 'lucide-react'
import { SAMPLE_PATHS } from '../../shared/sample-paths.ts'
import { COVERS, glyphOf } from '../plates/covers.ts'
import { Thumbnail } from '../plates/Thumbnail.tsx'
import { useTranslation } from '../ui/i18n.ts'

/** The way to the sample table, with a picture of its first plate. */
export function SampleLink() {
  const { t, language } = useTranslation('home')
  const [cover] = COVERS
  return (
    <a className="home-sample" href={SAMPLE_PATHS[language]}>
      {cover && <Thumbnail cover={cover} glyph={glyphOf(cover)} />}
      <span className="button button-second">
        <Eye size={20} strokeWidth={1.9} aria-hidden="true" />
        {t('sample')}
      </span>
    </a>
  )
}
