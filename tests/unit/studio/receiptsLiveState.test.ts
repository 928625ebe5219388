import {expect, test} from 'vitest'

import type {Receipt} from '../../../scripts/publisher/receipts/receipt.ts'
import {liveState} from '../../../studio/src/receipts/liveState.ts'
import {findingOf, heldBackOf, receiptOf, refusedOf} from './receipt.ts'

const now = Date.parse('2026-11-23T10:42:01.000Z')
const published = {_rev: 'r2', _updatedAt: '2026-11-23T10:42:00.000Z'}
const before = receiptOf({
  revision: 'r1',
  publishedAt: '2026-11-20T08:00:00.000Z',
  liveAt: '2026-11-20T08:00:00.300Z',
})

const stateOf = (
  receipts: readonly Receipt[],
  changed: Partial<Parameters<typeof liveState>[0]> = {},
) => liveState({published, receipts, hasPages: true, now, ...changed})

test('is live once the publisher tells of the published revision, and says how long it took', () => {
  expect(stateOf([receiptOf(), before])).toEqual({
    kind: 'live',
    at: '2026-11-23T10:42:00.400Z',
    ms: 400,
  })
})

test('is being published while the publisher tells of an older revision', () => {
  expect(stateOf([before])).toEqual({kind: 'publishing'})
})

test('is being published for the first time', () => {
  expect(stateOf([])).toEqual({kind: 'publishing'})
})

test('believes the publisher when it is ahead of what the Studio has heard of', () => {
  const old = {_rev: 'r1', _updatedAt: '2026-11-20T08:00:00.000Z'}

  expect(stateOf([receiptOf(), before], {published: old})).toMatchObject({kind: 'live'})
})

test('says nothing of what was published before there were receipts', () => {
  expect(stateOf([], {now: Date.parse('2026-12-23T10:42:00.000Z')})).toBeUndefined()
})

test('says nothing of what was never published', () => {
  expect(stateOf([], {published: null})).toBeUndefined()
})

test('says why it is not live, and since when visitors see the version before', () => {
  expect(stateOf([refusedOf(), before])).toEqual({
    kind: 'refused',
    isLeaving: false,
    refusal: refusedOf().refusal,
    before: before.liveAt,
  })
  expect(stateOf([refusedOf()])).toMatchObject({kind: 'refused', before: null})
})

test('is refused when it is in one language only', () => {
  const languages = [receiptOf({language: 'en'}), refusedOf(), receiptOf({language: 'it'})]

  expect(stateOf(languages)).toMatchObject({kind: 'refused'})
})

test('waits while the site is held at an older release', () => {
  const waiting = receiptOf({outcome: 'waiting', liveAt: null})

  expect(stateOf([waiting, before])).toEqual({
    kind: 'waiting',
    isLeaving: false,
    before: before.liveAt,
  })
})

const heldBack = refusedOf({outcome: 'heldBack'})

test('is held back when its receipt says so, and shown when a version before is live', () => {
  const {refusal, publishedAt: since} = heldBack

  expect(stateOf([heldBack, before])).toEqual({
    kind: 'heldBack',
    isLeaving: false,
    isShown: true,
    since,
    refusal,
  })
  expect(stateOf([heldBack])).toMatchObject({kind: 'heldBack', isShown: false})
})

test('is held back when the status says so, whatever the receipts say', () => {
  const held = heldBackOf({shown: null})

  expect(stateOf([receiptOf(), before], {held})).toEqual({
    kind: 'heldBack',
    isLeaving: false,
    isShown: false,
    since: held.since,
    refusal: held.refusal,
  })
})

test('is being published again when what is held back is the version before', () => {
  const mended = {_rev: 'r3', _updatedAt: '2026-11-23T10:50:00.000Z'}

  expect(stateOf([heldBack, before], {held: heldBackOf(), published: mended})).toEqual({
    kind: 'publishing',
  })
})

test('is held back when the publisher is ahead of what the Studio has heard of', () => {
  const old = {_rev: 'r1', _updatedAt: '2026-11-20T08:00:00.000Z'}

  expect(stateOf([before], {held: heldBackOf(), published: old})).toMatchObject({kind: 'heldBack'})
})

test('is still on the site when its withdrawal is held back', () => {
  const held = heldBackOf({revision: null})

  expect(stateOf([before], {held, published: null})).toMatchObject({
    kind: 'heldBack',
    isLeaving: true,
    isShown: true,
  })
})

test('is being withdrawn until the publisher tells that it is gone', () => {
  const gone = receiptOf({revision: null, address: null})

  expect(stateOf([before], {published: null})).toEqual({kind: 'leaving'})
  expect(stateOf([gone, before], {published: null})).toEqual({kind: 'gone', at: gone.liveAt})
})

test('is still on the site when its withdrawal is refused', () => {
  const refused = refusedOf({revision: null})

  expect(stateOf([refused, before], {published: null})).toMatchObject({
    kind: 'refused',
    isLeaving: true,
  })
})

test('is off the site when it is published and no language has a page of it, as before its time', () => {
  const withoutPage = receiptOf({address: null})

  expect(stateOf([withoutPage])).toMatchObject({kind: 'gone'})
  expect(stateOf([withoutPage, receiptOf({language: 'en'})])).toMatchObject({kind: 'live'})
})

test('is not on the site, and says why, when none of its addresses can be used', () => {
  const finding = findingOf({path: ['slug'], found: 'shared'})
  const withoutPage = receiptOf({address: null, findings: [findingOf(), finding]})

  expect(stateOf([withoutPage, before])).toEqual({kind: 'absent', finding})
  expect(stateOf([withoutPage, receiptOf({language: 'en'})])).toMatchObject({kind: 'live'})
})

test('is live without a page of its own where documents of the type have none', () => {
  const region = receiptOf({address: null, language: ''})

  expect(stateOf([region], {hasPages: false})).toMatchObject({kind: 'live'})
})

test('never took less than no time, whatever two clocks say', () => {
  const early = receiptOf({liveAt: '2026-11-23T10:41:59.000Z'})

  expect(stateOf([early])).toMatchObject({ms: 0})
})
