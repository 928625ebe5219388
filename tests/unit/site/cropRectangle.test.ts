import fc from 'fast-check'
import {expect, test} from 'vitest'

import {cropRectangle} from '../../../site/src/pictures/cropRectangle.ts'

test.each([
  {
    name: 'the whole original',
    input: {width: 400, height: 300},
    output: {left: 0, top: 0, width: 400, height: 300},
  },
  {
    name: 'the officer’s crop',
    input: {width: 400, height: 300, crop: {left: 0.25, right: 0.25, top: 0, bottom: 0.5}},
    output: {left: 100, top: 0, width: 200, height: 150},
  },
  {
    name: 'a ratio, in the middle',
    input: {width: 400, height: 300, ratio: 1},
    output: {left: 50, top: 0, width: 300, height: 300},
  },
  {
    name: 'a ratio, around the hotspot',
    input: {width: 400, height: 300, ratio: 1, hotspot: {x: 0.9, y: 0.5}},
    output: {left: 100, top: 0, width: 300, height: 300},
  },
])('shows $name', ({input, output}) => {
  expect(cropRectangle(input)).toEqual(output)
})

test('never leaves the original, and is never empty', () => {
  const part = fc.double({min: 0, max: 0.49, noNaN: true})
  const input = fc.record({
    width: fc.integer({min: 1, max: 9000}),
    height: fc.integer({min: 1, max: 9000}),
    crop: fc.record({left: part, right: part, top: part, bottom: part}),
    hotspot: fc.record({
      x: fc.double({min: 0, max: 1, noNaN: true}),
      y: fc.double({min: 0, max: 1, noNaN: true}),
    }),
    ratio: fc.option(fc.double({min: 0.1, max: 10, noNaN: true}), {nil: undefined}),
  })
  fc.assert(
    fc.property(input, (given) => {
      const {left, top, width, height} = cropRectangle(given)
      expect(left).toBeGreaterThanOrEqual(0)
      expect(top).toBeGreaterThanOrEqual(0)
      expect(width).toBeGreaterThanOrEqual(1)
      expect(height).toBeGreaterThanOrEqual(1)
      expect(left + width).toBeLessThanOrEqual(given.width)
      expect(top + height).toBeLessThanOrEqual(given.height)
    }),
  )
})
