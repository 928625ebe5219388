import fc from 'fast-check'
import {expect, test} from 'vitest'

import {runs, seed} from '../../longTests.ts'
import {outlines} from '../../../site/src/map/outlines.ts'
import {projectionFor} from '../../../site/src/map/projection.ts'
import {routePath} from '../../../site/src/map/route.ts'

const point = fc.record({
  lat: fc.oneof(fc.constantFrom(-85, 0, 85), fc.double({min: -85, max: 85, noNaN: true})),
  lng: fc.oneof(fc.constantFrom(-180, 0, 180), fc.double({min: -180, max: 180, noNaN: true})),
})
const points = fc.array(point, {minLength: 1, maxLength: 5})

test('any points that a map can have are drawn in numbers', {timeout: 600_000}, () => {
  fc.assert(
    fc.property(points, (some) => {
      const project = projectionFor(some)
      const placed = some.flatMap(({lat, lng}) => {
        const at = project([lng, lat])
        return at ? [{x: Math.round(at[0]), y: Math.round(at[1])}] : []
      })

      expect(outlines(some, ['FR', 'VA']).svg).not.toMatch(/NaN|undefined|Infinity/)
      expect(placed.every(({x, y}) => Number.isFinite(x) && Number.isFinite(y))).toBe(true)
      expect(routePath(placed)).not.toMatch(/NaN|undefined|Infinity/)
    }),
    {numRuns: runs(30, 1000), ...seed},
  )
})
