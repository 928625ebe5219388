import {expect, test} from 'vitest'

import {createFairQueue} from '../../../scripts/lake/groq/createFairQueue.ts'

/** A queue in which `a1`, `a2` … of client `a` wait. */
function queueOf(items: readonly string[], bounds = {mostOfOne: 100, most: 500}) {
  const queue = createFairQueue<string>(bounds)
  const lost = items.map((item) => queue.add(item.charAt(0), item))
  const takeAll = () => {
    const taken: string[] = []
    for (let item = queue.take(); item; item = queue.take()) taken.push(item)
    return taken
  }
  return {queue, takeAll, lost: lost.filter((item) => item !== undefined)}
}

test('serves clients in turn, each in its own order', () => {
  const {takeAll} = queueOf(['a1', 'a2', 'a3', 'b1', 'c1', 'b2'])

  expect(takeAll()).toEqual(['a1', 'b1', 'c1', 'a2', 'b2', 'a3'])
})

test('lets a client that comes later wait for one of the others, not for all', () => {
  const {queue, takeAll} = queueOf(['a1', 'a2', 'a3'])
  expect(queue.take()).toBe('a1')
  queue.add('b', 'b1')

  expect(takeAll()).toEqual(['a2', 'b1', 'a3'])
})

test('passes over who may not be served, and comes back to them', () => {
  const {queue, takeAll} = queueOf(['a1', 'a2', 'b1'])

  expect(queue.take((client) => client !== 'a')).toBe('b1')
  expect(queue.take((client) => client !== 'a')).toBeUndefined()
  expect(queue.has((client) => client !== 'a')).toBe(false)
  expect(takeAll()).toEqual(['a1', 'a2'])
})

test('refuses what one client asks past its bound', () => {
  const {lost, takeAll} = queueOf(['a1', 'a2', 'a3', 'b1'], {mostOfOne: 2, most: 10})

  expect(lost).toEqual(['a3'])
  expect(takeAll()).toEqual(['a1', 'b1', 'a2'])
})

test('takes the place of who has most waiting when there is no more room', () => {
  const {lost, takeAll} = queueOf(['a1', 'a2', 'a3', 'b1', 'c1'], {mostOfOne: 10, most: 3})

  expect(lost).toEqual(['a3', 'a2'])
  expect(takeAll()).toEqual(['a1', 'b1', 'c1'])
})

test('forgets what is taken back', () => {
  const {queue, takeAll} = queueOf(['a1', 'a2', 'b1'])
  queue.remove('a', 'a1')
  queue.remove('b', 'b1')
  queue.remove('b', 'b1')

  expect(queue.size()).toBe(1)
  expect(takeAll()).toEqual(['a2'])
})
