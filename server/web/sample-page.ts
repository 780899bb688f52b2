import type { IRouter } from 'express'
import type { Locale } from '../../shared/api/boards.ts'
import { SAMPLE_PATHS } from '../../shared/sample-paths.ts'
import type { SampleTables } from '../sample/sample-tables.ts'

/** Leads from an address that never changes to the sample table as it is now. */
export function serveSample(router: IRouter, sample: SampleTables): void {
  for (const locale of Object.keys(SAMPLE_PATHS) as Locale[]) {
    router.get(SAMPLE_PATHS[locale], async (_request, response) => {
      response.set('Cache-Control', 'no-store')
      response.redirect(302, `/t/${await sample.table(locale)}`)
    })
  }
}
