import {expect, test} from 'vitest'

import {against, rowOf} from '../../bench/row.ts'

const row = rowOf('publish', 'full build', 's', [2, 4, 3], 1000)

test('holds the middle sample and the one that nineteen of twenty do not exceed', () => {
  expect(row).toMatchObject({size: 1000, median: 3, p95: 4, peer: null, ratio: null})
})

test('is as many times as good as its peer took longer', () => {
  expect(against(row, 'Hugo', [6, 9])).toMatchObject({peer: 'Hugo', peerMedian: 6, ratio: 2})
})

test('names a peer that is not there', () => {
  expect(against(row, 'Hugo', [])).toMatchObject({peer: 'Hugo', peerMedian: null, ratio: null})
})
