import {expect, test} from 'vitest'

import {labelSides} from '../../../site/src/map/labelSides.ts'
import {routeSteps} from '../../../site/src/map/route.ts'

const frame = {width: 640, height: 400}
const label = (x: number, y: number) => ({x, y, width: 100, height: 40})

test('a label with room stands on the right', () => {
  expect(labelSides([label(300, 200)], frame)).toEqual(['right'])
})

test('a label at the edge of the frame stands inside it', () => {
  expect(labelSides([label(630, 200)], frame)).toEqual(['left'])
  expect(labelSides([label(10, 200)], frame)).toEqual(['right'])
})

test('labels of neighbours keep clear of each other and of their points', () => {
  const sides = labelSides([label(300, 200), label(360, 200)], frame)
  expect(sides).toEqual(['left', 'right'])
})

test('a label keeps clear of the way', () => {
  const stops = [
    {x: 300, y: 200},
    {x: 500, y: 200},
  ]
  expect(labelSides([label(300, 200)], frame, routeSteps(stops))).not.toEqual(['right'])
})
