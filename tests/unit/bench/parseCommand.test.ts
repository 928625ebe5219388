import {expect, test} from 'vitest'

import {parseCommand} from '../../bench/parseCommand.ts'

const known = ['line', 'publish']

test('runs every bench without a name', () => {
  expect(parseCommand([], known)).toEqual({names: known, sizes: undefined, asJson: false})
})

test('takes a bench, sizes and JSON', () => {
  expect(parseCommand(['publish', '--sizes=1000,5000', '--json'], known)).toEqual({
    names: ['publish'],
    sizes: [1000, 5000],
    asJson: true,
  })
})

test.for([
  [['pages'], 'There is no bench "pages". Known: line, publish.'],
  [['publish', '--sizes=few'], '"few" is no size of a site.'],
  [['--fast'], '--fast'],
] as const)('says what is wrong with %j', ([args, words]) => {
  expect(() => parseCommand([...args], known)).toThrow(words)
})
