import {expect, test} from 'vitest'

import {reconnectDelay} from '../../../studio/src/lake/reconnectDelay.ts'

test('waits twice as long after each failure, and never longer than five seconds', () => {
  expect([0, 1, 2, 3, 4, 5, 40].map(reconnectDelay)).toEqual([
    250, 500, 1000, 2000, 4000, 5000, 5000,
  ])
})
