import {expect, test} from 'vitest'

import {translateTypes} from '../../../studio/src/schema/translateTypes.ts'

const hidden = () => true
const shout = (text: string) => text.toUpperCase()

test('says titles, descriptions, tabs, orders and choices in the language, however deep', () => {
  const type = {
    name: 'meeting',
    title: 'Meeting',
    groups: [{name: 'facts', title: 'Facts'}],
    orderings: [{name: 'latest', title: 'Latest first', by: []}],
    fields: [
      {
        name: 'state',
        title: 'State',
        description: 'As of a date',
        type: 'object',
        fields: [
          {name: 'value', type: 'string', options: {list: [{value: 'held', title: 'Held'}, 'raw']}},
        ],
      },
    ],
  }

  expect(translateTypes([type], shout)).toEqual([
    {
      name: 'meeting',
      title: 'MEETING',
      groups: [{name: 'facts', title: 'FACTS'}],
      orderings: [{name: 'latest', title: 'LATEST FIRST', by: []}],
      fields: [
        {
          name: 'state',
          title: 'STATE',
          description: 'AS OF A DATE',
          type: 'object',
          fields: [
            {
              name: 'value',
              type: 'string',
              options: {list: [{value: 'held', title: 'HELD'}, 'raw']},
            },
          ],
        },
      ],
    },
  ])
})

test('leaves values, functions and the type it was given alone', () => {
  const type = {name: 'a', title: 'A', initialValue: {title: 'stays'}, hidden}

  expect(translateTypes([type], () => 'b')).toEqual([{...type, title: 'b'}])
  expect(type.title).toBe('A')
})
