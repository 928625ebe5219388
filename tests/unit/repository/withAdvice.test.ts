import {expect, test} from 'vitest'

import {withAdvice} from '../../../scripts/withAdvice.ts'

test.each(['ENOSPC: no space left on device, write', 'database or disk is full'])(
  'says what to do about "%s"',
  (reason) => {
    expect(withAdvice(new Error(reason))).toMatch(/^.+\. The disk is full\. Make room/)
  },
)

test('leaves another reason as it is', () => {
  expect(withAdvice(new Error('The note has no title.'))).toBe('The note has no title.')
})
