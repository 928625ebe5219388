import {expect, test} from 'vitest'

import {latencyChart} from '../../bench/publish/latencyChart.ts'
import {rowOf} from '../../bench/row.ts'

const rows = [
  rowOf('publish', 'one text', 'ms', [40, 60, 90], 1000),
  rowOf('publish', 'one text', 'ms', [50, 80, 450], 20_000),
]

test('says in words what it shows', () => {
  expect(latencyChart(rows)).toContain(
    'At 20,000 pages half of the publishes take at most 80 ms, 19 of 20 at most 450 ms.',
  )
})

test('has room for the slowest publish', () => {
  const heights = [...latencyChart(rows).matchAll(/cy="(\d+)"/g)].map(([, y]) => Number(y))
  expect(heights).toHaveLength(4)
  expect(Math.min(...heights)).toBeGreaterThan(80)
})

test('has the colours of the site, on light and on dark ground', () => {
  const svg = latencyChart(rows)
  expect(svg).toContain('--pine:#0b5d49')
  expect(svg).toContain('@media (prefers-color-scheme:dark){svg{--paper:#0c1512')
})
