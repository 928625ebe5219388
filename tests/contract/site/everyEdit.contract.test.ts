import {digestOfTree} from '../../../scripts/publisher/releases/digestOfTree.ts'
import {buildSite} from './buildSite.ts'
import {compareEdits, momentOf} from './compareEdits.ts'
import {expect, test} from './test.ts'

const EDITS = 200
const LONG = {timeout: 400_000}
const FORGETFUL_LEDGER = import.meta.resolve('./controls/forgetfulLedger.ts')
const FORGETFUL = import.meta.resolve('./controls/forgetfulContent.ts')

test(
  'after each of 200 edits of every kind, the release is that of a clean build',
  LONG,
  async ({lake}) => {
    const seen = await compareEdits(lake, 'edits', {count: EDITS})

    expect(seen.differing).toEqual([])
    expect(new Set(seen.releases).size).toBeGreaterThan(EDITS / 2)
    expect(seen.refusals).toBeLessThan(EDITS / 10)

    const official = await buildSite(lake.url, 'edits', seen.dataDirectory, momentOf(EDITS - 1))
    const {digest} = await digestOfTree(official.outDir)
    expect(seen.releases.at(-1)).toBe(digest)
  },
)

test(
  'poisoned edits among them stop nobody: the release is that of a clean build with the same documents held back',
  LONG,
  async ({lake}) => {
    const seen = await compareEdits(lake, 'poisoned', {count: EDITS, isPoisoned: true})

    expect(seen.differing).toEqual([])
    expect(seen.refusals).toBe(0)
    expect(seen.heldBack.size).toBeGreaterThan(1)
    expect([...seen.heldBack].filter((id) => !seen.spoiled.has(id))).toEqual([])
  },
)

test('such edits show a builder that forgets what it holds back', LONG, async ({lake}) => {
  const environment = {NODE_OPTIONS: `--import=${FORGETFUL_LEDGER}`}
  const seen = await compareEdits(lake, 'no-list', {
    count: EDITS,
    environment,
    isPoisoned: true,
    stopWhenDifferent: true,
  })

  expect(seen.differing).toHaveLength(1)
})

test.for([
  {forgotten: 'part', dataset: 'no-parts'},
  {forgotten: 'type', dataset: 'no-lists'},
  {forgotten: 'referring', dataset: 'no-references'},
  {forgotten: 'withdrawn', dataset: 'no-withdrawals'},
  {forgotten: 'clock', dataset: 'no-clock'},
])(
  'such edits show a builder that forgets that pages read one kind of input: $forgotten',
  LONG,
  async ({forgotten, dataset}, {lake}) => {
    const environment = {FORGOTTEN: forgotten, NODE_OPTIONS: `--import=${FORGETFUL}`}
    const seen = await compareEdits(lake, dataset, {
      count: EDITS,
      environment,
      stopWhenDifferent: true,
    })

    expect(seen.differing).toHaveLength(1)
  },
)
