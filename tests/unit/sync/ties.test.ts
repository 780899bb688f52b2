import { expect, test } from 'vitest'
import { readLayout } from '../../../shared/dossier/layout.ts'
import { createRandom } from '../../support/random.ts'
import { aRegion, aSheet } from '../../support/records.ts'

test('CNV12 of regions at one index the lower id is read first, whatever the order of the records', () => {
  const sheet = aSheet('plate')
  const keys = ['a', 'b', 'c', 'd', 'e', 'f']
  const regions = keys.map((key) => aRegion(sheet, key, { index: key < 'd' ? 'a2' : 'a1' }))
  const random = createRandom(12)
  for (let count = 0; count < 20; count++) {
    const read = readLayout([sheet, ...random.shuffle(regions)]).sheets.flatMap(({ regions }) => regions)
    expect(read.map(({ props }) => props.key)).toEqual(['d', 'e', 'f', 'a', 'b', 'c'])
  }
})
