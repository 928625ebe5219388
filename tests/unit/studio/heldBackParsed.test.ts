import {expect, test} from 'vitest'

import {parseHeldBack} from '../../../studio/src/receipts/parseHeldBack.ts'
import {heldBackOf} from './receipt.ts'

test('reads the documents that are held back out of the status', () => {
  const heldBack = [heldBackOf(), heldBackOf({document: 'nice', revision: null, shown: null})]

  expect(parseHeldBack({pending: 0, heldBack})).toEqual(heldBack)
})

test('reads none out of the status of a publisher that does not tell', () => {
  expect(parseHeldBack({release: null, pending: 0, building: false})).toEqual([])
})

test.each([
  {fault: 'a page of HTML', status: '<!DOCTYPE html>'},
  {fault: 'something else than a list', status: {heldBack: {}}},
  {fault: 'a document without a reason', status: {heldBack: [{...heldBackOf(), refusal: null}]}},
])('refuses $fault', ({status}) => {
  expect(() => parseHeldBack(status)).toThrow(/unexpected/)
})
