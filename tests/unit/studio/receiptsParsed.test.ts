import {expect, test} from 'vitest'

import {parseReceipts} from '../../../studio/src/receipts/parseReceipts.ts'
import {changeOf, findingOf, receiptOf, refusedOf} from './receipt.ts'

const sent = (receipts: readonly unknown[]): unknown => JSON.parse(JSON.stringify({receipts}))

test('reads what the publisher sends', () => {
  const findings = [findingOf(), findingOf({path: ['countries', 0], language: null})]
  const live = receiptOf({changes: [changeOf()], changed: 7, findings})
  const {transaction: _, release: __, contentRevision: ___, ...told} = live

  const [first, second] = parseReceipts(sent([live, refusedOf()]))

  expect(first).toEqual(told)
  expect(second?.refusal).toEqual(refusedOf().refusal)
})

test('reads receipts of before there were findings', () => {
  const {findings: _, ...receipt} = receiptOf()

  expect(parseReceipts(sent([receipt]))[0]?.findings).toEqual([])
})

test('reads that a document was held back', () => {
  const heldBack = refusedOf({outcome: 'heldBack'})

  expect(parseReceipts(sent([heldBack]))[0]).toMatchObject({
    outcome: 'heldBack',
    refusal: heldBack.refusal,
  })
})

test('counts the changes where the publisher does not', () => {
  const {changed: _, ...receipt} = receiptOf({changes: [changeOf(), changeOf({language: null})]})

  expect(parseReceipts(sent([receipt]))[0]?.changed).toBe(2)
})

test.each([
  {fault: 'no receipts', answer: {}},
  {fault: 'a page of HTML', answer: '<!DOCTYPE html>'},
  {fault: 'nothing', answer: null},
  {fault: 'a receipt that is no object', answer: {receipts: ['florence']}},
  {fault: 'an unknown outcome', answer: {receipts: [{...receiptOf(), outcome: 'perhaps'}]}},
  {fault: 'a document without an id', answer: {receipts: [{...receiptOf(), document: 5}]}},
  {
    fault: 'a change without causes',
    answer: {receipts: [{...receiptOf(), changes: [{...changeOf(), because: null}]}]},
  },
  {
    fault: 'a finding without a place',
    answer: {receipts: [{...receiptOf(), findings: [{...findingOf(), path: [null]}]}]},
  },
])('refuses $fault', ({answer}) => {
  expect(() => parseReceipts(answer)).toThrow(/unexpected/)
})
