import {expect, test} from 'vitest'

import {referencesOf} from '../../../scripts/lake/store/referencesOf.ts'

test('finds references at any depth, each target once as strong and once as weak', () => {
  const document = {
    region: {_ref: 'florence'},
    list: [{_ref: 'florence'}, {deep: {_ref: 'split', _weak: true}}, [{_ref: 'nice'}]],
    also: {_ref: 'split'},
  }

  expect(referencesOf(document)).toEqual([
    {id: 'florence', weak: false},
    {id: 'split', weak: true},
    {id: 'nice', weak: false},
    {id: 'split', weak: false},
  ])
})

test('does not enforce references out of the dataset', () => {
  expect(referencesOf([{_ref: 'a', _dataset: 'other'}, {_ref: 'media-library:b'}])).toEqual([
    {id: 'a', weak: true},
    {id: 'media-library:b', weak: true},
  ])
})
