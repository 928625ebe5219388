import {readdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'

import fc from 'fast-check'
import {expect, test} from 'vitest'

import {releaseLine} from './releaseLine.ts'
import {namesIn, sixReleases, wholeReleases} from './sixReleases.ts'

test('keeps the newest releases, the live and the pinned one, and what they are made of', async () => {
  const {root, store, ledger, ids, kept} = sixReleases()

  store.sweep({newest: 2})

  expect(await wholeReleases(root, ids)).toEqual(kept)
  expect(ledger.releases().map(({id}) => id)).toEqual(kept.toReversed())
  expect(namesIn(root).some((name) => name.includes(ids[0] ?? ''))).toBe(false)
})

test('keeps nothing that no kept release leads to', () => {
  const {root, store} = sixReleases()
  store.putFile(Buffer.from('put by a build that failed'))
  store.update(undefined, new Map([['x.html', store.putFile(Buffer.from('made, never recorded'))]]))
  store.flush()

  store.sweep({newest: 2})
  const names = namesIn(root).filter((name) => name.startsWith('files/') && name.length > 20)

  // 2 and 3 and 5 and 6; old, same, only here, x
  expect(names).toHaveLength(8)
})

test('takes away what a process that was killed left beside the files', () => {
  const {root, store} = sixReleases()
  const before = namesIn(root)
  const [folder = ''] = readdirSync(join(root, 'files'))
  writeFileSync(join(root, 'files', folder, '.new-999999999-ab'), 'half')

  store.sweep({newest: 10})

  expect(namesIn(root)).toEqual(before)
})

test('keeps a site that was published again for its newest time', () => {
  const {store, ledger, publish} = releaseLine()
  const first = publish({'a.html': '1'})
  const second = publish({'a.html': '2'})
  publish({'a.html': '1'})

  store.sweep({newest: 10})
  expect(ledger.releases().map(({sequence, id}) => [sequence, id])).toEqual([
    [3, first],
    [2, second],
  ])
  store.sweep({newest: 1})

  expect(ledger.releases().map(({sequence}) => sequence)).toEqual([3])
})

test('keeps compressed copies with their site, and lets them go with it', () => {
  const {root, store, ledger, publish} = releaseLine()
  const copiesOf = (site: string) => {
    const copies = store.update(site, new Map([['a.html.gz', store.putFile(Buffer.from(site))]]))
    store.flush()
    ledger.recordCompressed({id: copies, base: site, at: new Date().toISOString()})
    return copies
  }
  const [old, oldCopies] = [publish({'a.html': '1'})].flatMap((id) => [id, copiesOf(id)])
  const [site, copies] = [publish({'a.html': '2'})].flatMap((id) => [id, copiesOf(id)])
  store.swap(copies ?? '')

  store.sweep({newest: 1})

  expect(ledger.releases().map(({id}) => id)).toEqual([copies, site])
  expect(readdirSync(join(root, 'trees')).toSorted()).toEqual([site, copies].toSorted())
  expect([old, oldCopies].map((id) => ledger.release(id ?? ''))).toEqual([undefined, undefined])
})

test('removes nothing when it does not know what a kept release is made of', () => {
  const {root, store, kept} = sixReleases()
  const before = namesIn(root)
  store.pin('f'.repeat(64))

  expect(() => store.sweep({newest: 2})).toThrow('Nothing was swept')
  expect(namesIn(root)).toEqual(before)
  expect(kept).toHaveLength(4)
})

test('never removes what a kept release needs, whatever was published', async () => {
  const edit = fc.dictionary(
    fc.constantFrom('a.html', 'fr/a.html', 'fr/b/a.html', 'el/b/a.html'),
    fc.option(fc.constantFrom('1', '2', '3')),
    {minKeys: 1, maxKeys: 3},
  )
  await fc.assert(
    fc.asyncProperty(
      fc.array(edit, {minLength: 2, maxLength: 6}),
      fc.nat({max: 3}),
      async (edits, newest) => {
        const {root, store, ledger, publish} = releaseLine()
        const ids = edits.map((next) => publish(next))
        store.pin(ids[0])

        store.sweep({newest: newest + 1})

        const kept = new Set(
          ids
            .toReversed()
            .slice(0, newest + 1)
            .concat(ids[0] ?? ''),
        )
        const recorded = ledger.releases().map(({id}) => id)
        expect(new Set(recorded).isSupersetOf(kept)).toBe(true)
        expect(await wholeReleases(root, recorded)).toEqual(recorded)
        expect(ids.at(-1)).toBe(store.update(ids.at(-1), new Map()))
      },
    ),
    {numRuns: 10},
  )
})
