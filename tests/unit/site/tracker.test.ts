import {localeIds} from '@coworkmed/schemas/locales'
import fc from 'fast-check'
import {expect, test} from 'vitest'

import {movedByClock} from '../../../site/renderer/clock.ts'
import type {Content, TrackedContent} from '../../../site/src/content/createContent.ts'
import {createContent} from '../../../site/src/content/createContent.ts'
import type {SiteDocument} from '../../../site/src/content/documents.ts'
import {pageTypes} from '../../../site/src/content/documents.ts'
import {openSnapshot} from '../../../site/src/content/snapshot/openSnapshot.ts'
import type {Read} from '../../../site/src/content/tracker.ts'
import {chronicle, meetingPage, presentMeeting} from '../../../site/src/queries/meetings.ts'
import {movedAddresses} from '../../../site/src/queries/movedAddresses.ts'
import {partnersByRole} from '../../../site/src/queries/partners.ts'
import {policyPage, policyRows} from '../../../site/src/queries/policies.ts'
import {sitePages} from '../../../site/src/queries/sitePages.ts'
import type {Change, Edit} from './editArbitraries.ts'
import {edits} from './editArbitraries.ts'
import {parsedDocuments} from './sampleDocuments.ts'

/** What pages show: made of content, and of nothing else. */
const pages: Record<string, (content: Content) => unknown> = {
  addresses: (content) => sitePages(content).toSorted((a, b) => (a.path < b.path ? -1 : 1)),
  moved: movedAddresses,
  partners: (content) => partnersByRole(content, 'it'),
  policies: (content) => policyRows(content, 'fr'),
  present: (content) => presentMeeting(content, 'en'),
  withdrawn: (content) => pageTypes.map((type) => content.withdrawn(type).map(({_id}) => _id)),
  referring: (content) => content.referring('meeting', 'partner-a').map(({_id}) => _id),
  fields: (content) => Object.keys(content.get('meeting', {_ref: 'meeting-a'}) ?? {}),
  presence: (content) => 'summary' in (content.get('meeting', {_ref: 'meeting-b'}) ?? {}),
  text: (content) =>
    content.get('meeting', {_ref: 'meeting-a'})?.summary?.find(({language}) => language === 'fr')
      ?.value,
  hour: (content) => content.isPast('2026-11-15T00:00:00.000Z'),
}
for (const locale of localeIds.slice(0, 3)) {
  pages[`chronicle ${locale}`] = (content) => chronicle(content, locale)
  for (const letter of ['a', 'b', 'c']) {
    pages[`meeting-${letter} ${locale}`] = (content) =>
      meetingPage(content, locale, `meeting-${letter}`)
    pages[`policy-${letter} ${locale}`] = (content) =>
      policyPage(content, locale, `policy-${letter}`)
  }
}

test('after any edits, pages show what they would if all were made anew; those whose reads did not change may stay', () => {
  fc.assert(
    fc.property(fc.array(edits, {minLength: 2, maxLength: 8}), (all) => {
      const world = createWorld()
      for (const edit of all) {
        world.apply(edit)
        const fresh = world.fresh()
        for (const [name, page] of Object.entries(pages)) {
          expect(world.shown(name), name).toEqual(shownBy(page, fresh))
        }
      }
      world.close()
    }),
    {numRuns: 150},
  )
})

/** A snapshot that is edited, and pages that are made again only when something they read has changed. */
function createWorld() {
  const snapshot = openSnapshot(':memory:')
  const documents = new Map<string, SiteDocument>()
  let now = '2026-11-01T00:00:00.000Z'
  const content = createContent(snapshot, () => now)
  const made = new Map<string, {shown: string; reads: readonly Read[]; checkedIn: number}>()

  return {
    apply({put, remove, now: next}: Edit) {
      const changed = put.map((change) => changedBy(change, documents))
      for (const document of changed) documents.set(document._id, document)
      for (const id of remove) documents.delete(id)
      const keys = snapshot.write(parsedDocuments(changed), remove)
      for (const key of movedByClock(snapshot, content.tracker, now, next)) keys.add(key)
      now = next
      content.tracker.advance(keys)
    },
    shown(name: string) {
      const known = made.get(name)
      if (known && isFresh(content, known)) return known.shown
      const recording = content.tracker.record()
      const shown = shownBy(pages[name] ?? (() => undefined), content)
      const reads = recording.stop()
      made.set(name, {shown, reads, checkedIn: content.tracker.snapshot()})
      return shown
    },
    fresh() {
      const copy = openSnapshot(':memory:')
      copy.write(parsedDocuments([...documents.values()]))
      return createContent(copy, () => now)
    },
    close: () => snapshot.close(),
  }
}

function changedBy({document, field}: Change, documents: ReadonlyMap<string, SiteDocument>) {
  const before = documents.get(document._id)
  if (!before || field === null) return document
  return field in document
    ? Object.assign({...before}, {[field]: Reflect.get(document, field)})
    : before
}

function isFresh(
  {tracker}: TrackedContent,
  {reads, checkedIn}: {reads: readonly Read[]; checkedIn: number},
) {
  try {
    return tracker.changedReads(tracker.numbersOf(reads), checkedIn).length === 0
  } catch {
    return false
  }
}

function shownBy(page: (content: Content) => unknown, content: Content): string {
  try {
    return JSON.stringify(page(content)) ?? ''
  } catch (error) {
    return `Error: ${error instanceof Error ? error.message : String(error)}`
  }
}
