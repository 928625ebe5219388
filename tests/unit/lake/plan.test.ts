import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import fc from 'fast-check'
import {evaluate, parse} from 'groq-js'
import {afterAll, expect, test} from 'vitest'

import {evaluateQuery} from '../../../scripts/lake/groq/evaluateQuery.ts'
import {openDocuments} from '../../../scripts/lake/groq/openDocuments.ts'
import type {Perspective} from '../../../scripts/lake/groq/perspective.ts'
import {constraintsOf} from '../../../scripts/lake/groq/plan.ts'
import {createStore} from '../../../scripts/lake/store/createStore.ts'
import {completed} from './seededLake.ts'

const folder = mkdtempSync(join(tmpdir(), 'lake-plan-'))
const file = join(folder, 'lake.db')
const store = createStore(file)
const documents = openDocuments(file)
afterAll(() => {
  documents.close()
  store.close()
  rmSync(folder, {recursive: true})
})

const id = fc.constantFrom('a', 'b', 'c')
const anyId = fc.oneof(
  id,
  id.map((base) => `drafts.${base}`),
  id.map((base) => `versions.spring.${base}`),
)
const type = fc.constantFrom('meeting', 'partner')
const link = fc.record({_ref: anyId, _weak: fc.boolean()})

const stored = fc
  .uniqueArray(
    fc.record({
      _id: anyId,
      _type: type,
      _rev: fc.constantFrom('r1', 'r2'),
      _updatedAt: fc.constantFrom('2017-10-05T09:00:00Z', '2018-02-01T09:00:00Z'),
      n: fc.integer({min: 0, max: 3}),
      link: fc.option(link),
      links: fc.array(link, {maxLength: 3}),
      deep: fc.option(fc.record({inner: fc.record({at: link})})),
      _system: fc.constantFrom(null, {delete: true}),
    }),
    {selector: ({_id}) => _id, minLength: 2, maxLength: 9},
  )
  .map((drafts) => structuredClone(drafts.map(completed)))

const anything = fc.oneof(anyId, type, fc.integer(), fc.boolean(), fc.constant(null))
const params = fc.record(
  {one: anything, list: fc.oneof(fc.array(anything), anything)},
  {noNullPrototype: true},
)

const text = fc.oneof(anyId, type).map((value) => JSON.stringify(value))
const value = fc.oneof(text, fc.constantFrom('$one', '$list', 'null', '1', '^._id', 'title'))
const list = fc.oneof(
  fc.array(fc.oneof(text, value), {maxLength: 3}).map((values) => `[${values.join(', ')}]`),
  fc.constantFrom('$list', '[...$list]', '*[_type == "partner"]._id', 'path("drafts.**")'),
)
const field = fc.constantFrom('_id', '_id', '_type', '_type', 'n', 'link._ref', '^._id')
const atom = fc.oneof(
  fc.tuple(field, fc.constantFrom('==', '!='), value).map((parts) => parts.join(' ')),
  fc.tuple(value, field).map(([left, right]) => `${left} == ${right}`),
  fc.tuple(field, list).map(([left, right]) => `${left} in ${right}`),
  fc.oneof(value, list).map((argument) => `references(${argument})`),
  fc.constantFrom('defined(link)', 'n > 1', 'link->n == 1', 'count(*[references(^._id)]) > 0'),
)
const {filter: condition} = fc.letrec<{filter: string}>((tie) => ({
  filter: fc.oneof(
    {maxDepth: 3, withCrossShrink: true},
    atom,
    fc
      .tuple(tie('filter'), fc.constantFrom('&&', '||'), tie('filter'))
      .map((parts) => parts.join(' ')),
    tie('filter').map((inner) => `(${inner})`),
    tie('filter').map((inner) => `!(${inner})`),
  ),
}))
const columnAtom = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('_id', '_type', '_rev', '_updatedAt', '_createdAt'),
      fc.constantFrom('==', '!=', '<', '>='),
      fc.oneof(text, fc.constantFrom('$one', '"r1"', '"2018"', 'null', '_id')),
    )
    .map((parts) => parts.join(' ')),
  fc.tuple(fc.constantFrom('_id', '_type'), list).map(([left, right]) => `${left} in ${right}`),
  fc.constantFrom(
    'defined(_rev)',
    'string::startsWith(_id, "drafts.")',
    '_id in path("drafts.**")',
  ),
  fc.constantFrom(
    '@._id == "a"',
    '_id.x == null',
    '_system == null',
    '^._id == "a"',
    'references(_id)',
  ),
)
const columnCondition = fc
  .tuple(columnAtom, fc.constantFrom('&&', '||', '&& !'), columnAtom)
  .map(([left, op, right]) => `(${left}) ${op} (${right})`)
const order = fc.constantFrom(
  '_id',
  '_id desc',
  '_updatedAt desc, _id',
  '_rev, _type asc',
  'n desc',
)
const rest = fc.constantFrom(
  '',
  '{_id, _rev}',
  '{"id": _id, "new": _rev != "r1", _originalId}',
  '{_id, n}',
  '{_id, _system}',
  '{_id, "all": @}',
  '{...}',
  '._updatedAt',
  '.n',
  '[_type == "meeting"]',
  '[0]',
  '[0]._rev',
  '[0]{_id, n}',
  '[0]->n',
  '[]{_id, "by": *[references(^._id)]._id}',
  '{_id, "same": *[_type == ^._type] | order(_id)[0..1]._id}',
  '{_id, "first": *[_type == "meeting"] | order(_rev, _id)[0...1]}',
)
const columnQuery = fc
  .tuple(columnCondition, order, rest, condition)
  .chain(([given, by, end, other]) =>
    fc.constantFrom(
      `*[${given}]${end}`,
      `*[${given}] | order(${by})${end}`,
      `(*[${given}] | order(${by})[0...2])${end}`,
      `(* | order(${by}, _id)[1..3])${end}`,
      `(*[${given}][${other}])${end}`,
      `(*[${other}][${given}])${end}`,
      `count(*[${given}] | order(${by})) + count((*)[${given}])`,
      `{"a": *[${given}]{_id, _rev}, "b": *[${other}]._id, "c": count(*)}`,
      `*[_id in *[${given}]._id && (${other})] | order(_id)[0...2]`,
      `*[${other}]{_id, "of": *[${given}]{_id}, "newest": *[${given}] | order(${by})[0]._rev}`,
    ),
  )
const anyQuery = fc
  .tuple(condition, condition)
  .chain(([first, second]) =>
    fc.constantFrom(
      `*[${first}]`,
      `*[${first}][${second}]._id`,
      `*[${first}][0]`,
      `count(*[${first}])`,
      `[count(*), *[${first}]._id]`,
      `*[${first}] | order(n desc)[0..2]{_id, n}`,
      `*[${first}]{_id, "to": link->{_id, n}, "all": links[]->n}`,
      `*[${first}]{_id, "inner": *[${second}]._id}`,
      `*[_id in *[${first}]._id && (${second})]{...}`,
      `*{"by": *[references(^._id)]{"n": *[_id == ^._id]{_id, "m": *[^.^._id == _id].n}}}`,
      `*{_id, "by": count(*[references(^._id) && (${first})])}`,
      `*[${first}]{"same": *[_id == ^.link._ref && (${second})]{_id, "by": *[references(^.^._id)]._id}}`,
      `*{"l": links[]{"by": *[references(^._ref)]{_id, "n": *[^._id == _id].n}}, "x": *[references(^.links)]._id}`,
      `*{"inner": {"by": *[references(^._id)]._id, "or": *[_id == ^.n || references(^._id)] | order(n)}}`,
      `{"a": *[${first}]._id, "b": *[${second}]{_id, _originalId}}`,
    ),
  )
const query = fc.oneof(anyQuery, columnQuery)
const perspective = fc.constantFrom<Perspective>('raw', [], ['drafts'], ['spring', 'drafts'])

test('gives what groq-js gives over the whole dataset, whatever the query and the documents', async () => {
  let runs = 0
  await fc.assert(
    fc.asyncProperty(stored, query, params, perspective, async (drafts, source, given, layers) => {
      runs += 1
      const name = `run${runs}`
      const changes = drafts.map((after) => ({documentId: after._id, before: null, after}))
      const commit = {author: 'x', timestamp: 'now', mutations: [], changes}
      store.commit({dataset: name, transactionId: 't', ...commit})

      const job = {kind: 'query', projectId: 'local', identity: 'me'} as const
      const planned = evaluateQuery(
        {...job, dataset: name, query: source, params: given, perspective: layers},
        documents,
      )

      expect(await planned).toEqual(await plainResult(overlaid(drafts, layers), source, given))
    }),
    {numRuns: 4_000},
  )
}, 30_000)

test.each([
  ['_id == "a" && n > 1', [{by: 'id', values: ['a']}]],
  ['n > 1 && "a" == _id', [{by: 'id', values: ['a']}]],
  ['_type == "x" && _id in ["a", "b"]', [{by: 'id', values: ['a', 'b']}]],
  ['_type == "x" && references("a")', [{by: 'reference', values: ['a']}]],
  [
    '_id == "a" || (_type == "x")',
    [
      {by: 'id', values: ['a']},
      {by: 'type', values: ['x']},
    ],
  ],
  ['_type == "x" || n > 1', undefined],
  ['!(_type == "x")', undefined],
  ['_type == null', undefined],
  ['_type in ["x", null]', undefined],
  ['link._id == "a"', undefined],
  ['references(^._id)', undefined],
])('knows what %s narrows by', (filter, constraints) => {
  expect(constraintsOf(parse(filter))).toEqual(constraints)
})

async function plainResult(dataset: unknown[], source: string, given: Record<string, unknown>) {
  return (await evaluate(parse(source, {params: given}), {dataset, params: given})).get()
}

/** The perspective, said a second time in the plainest words. */
function overlaid(drafts: {_id: string}[], layers: Perspective) {
  const byId = new Map(drafts.map((draft) => [draft._id, draft]))
  if (layers === 'raw') return [...byId.keys()].toSorted().map((key) => byId.get(key))
  const bases = new Set(
    [...byId.keys()].map((key) => key.replace(/^drafts\.|^versions\.spring\./, '')),
  )
  return [...bases].toSorted().flatMap((base) => {
    const prefixes = layers.map((name) => (name === 'drafts' ? 'drafts.' : `versions.${name}.`))
    const top = [...prefixes, ''].map((prefix) => byId.get(prefix + base)).find(Boolean)
    const isDeleted = top && '_system' in top && top._system !== null
    return top && !isDeleted ? [{...top, _id: base, _originalId: top._id}] : []
  })
}
