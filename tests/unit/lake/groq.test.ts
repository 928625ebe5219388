import {expect, test} from 'vitest'

import {evaluateDelivery} from '../../../scripts/lake/groq/evaluateDelivery.ts'
import {completed, seededLake} from './seededLake.ts'

const MEETINGS = [
  {_id: 'florence', _type: 'meeting', title: 'Florence', host: {_ref: 'prato'}},
  {_id: 'split', _type: 'meeting', title: 'Split', host: {_ref: 'drafts.secret'}},
  {_id: 'drafts.split', _type: 'meeting', title: 'Split, later'},
  {_id: 'drafts.nice', _type: 'meeting', title: 'Nice'},
  {_id: 'versions.spring.florence', _type: 'meeting', title: 'Florence in spring'},
  {_id: 'prato', _type: 'partner', name: 'Prato'},
]

test('narrows by type and still applies the whole filter', async () => {
  await using lake = await seededLake(MEETINGS)

  expect(await lake.query('*[_type == "meeting" && title match "Spl*"]{_id}')).toEqual([
    {_id: 'drafts.split'},
    {_id: 'split'},
  ])
})

test('follows references under the raw perspective', async () => {
  await using lake = await seededLake(MEETINGS)

  expect(await lake.query('*[_id == "florence"][0]{"host": host->name}')).toEqual({host: 'Prato'})
})

test('shows published documents only under the published perspective', async () => {
  await using lake = await seededLake(MEETINGS)
  const published = {perspective: []}

  expect(await lake.query('*._id', published)).toEqual(['florence', 'prato', 'split'])
  expect(await lake.query('*[_id == "drafts.split"]', published)).toEqual([])
})

test('lays drafts over published documents under the drafts perspective', async () => {
  await using lake = await seededLake(MEETINGS)

  expect(
    await lake.query('*[_type == "meeting"]{_id, _originalId, title}', {perspective: ['drafts']}),
  ).toEqual([
    {_id: 'florence', _originalId: 'florence', title: 'Florence'},
    {_id: 'nice', _originalId: 'drafts.nice', title: 'Nice'},
    {_id: 'split', _originalId: 'drafts.split', title: 'Split, later'},
  ])
})

test('lays a release over drafts in the order of the stack', async () => {
  await using lake = await seededLake(MEETINGS)

  expect(
    await lake.query('*[_id in ["florence", "split"]].title', {perspective: ['spring', 'drafts']}),
  ).toEqual(['Florence in spring', 'Split, later'])
})

test('sees every write that came before a query, and deletions', async () => {
  await using lake = await seededLake(MEETINGS)
  await lake.query('*')

  lake.write([{_id: 'florence', _type: 'meeting', title: 'Firenze'}], ['split'])

  expect(await lake.query('*[_id in ["florence", "split"]].title')).toEqual(['Firenze'])
})

test('says whose id asks, and which dataset it is', async () => {
  await using lake = await seededLake([])

  expect(await lake.query('[identity(), sanity::dataset()]', {identity: 'ana'})).toEqual([
    'ana',
    'production',
  ])
})

const chain = (terms: number) =>
  Array.from({length: terms}, (_, index) => `_id == "x${index}"`).join(' || ')

test.for([
  ['a scan for each document of a scan', '*{"x": *{"y": *[n < 10]}}', 504],
  ['three nested counts', 'count(*[count(*[count(*[n > ^.n]) > 5]) > 5])', 504],
  ['three nested lists of ids', '*[_id in *[_id in *[_id in *._id]._id]._id]._id', 504],
  ['twelve thousand alternatives', `*[${chain(12_000)}]`, 504],
  ['five wildcards', '*[s match "*a*a*a*a*b"]', 400],
  ['five wildcards, put together', '*[s match s + "*a*a*a*a*b"]', 400],
  ['five thousand parentheses', `${'('.repeat(5_000)}1${')'.repeat(5_000)}`, 400],
  ['ten thousand brackets', '*['.repeat(10_000), 400],
] as const)(
  'ends a query that asks too much in time, and answers others meanwhile: %s',
  async ([, query, status]) => {
    const many = Array.from({length: 300}, (_, n) => ({_id: `d${n}`, n, s: 'a'.repeat(60)}))
    await using lake = await seededLake(many, {timeLimitMs: 2_000})
    const ended: string[] = []
    expect(await lake.query('count(*)')).toBe(300)
    const outcome = lake
      .query(query)
      .catch((error: unknown) => error)
      .finally(() => ended.push('costly'))
    expect(await lake.query('*[_id == "d7"][0].n')).toBe(7)
    ended.push('cheap')

    expect(await outcome).toMatchObject({status})
    if (status === 504) expect(ended).toEqual(['cheap', 'costly'])
    expect(await lake.query('count(*)')).toBe(300)
  },
)

test('refuses a query when too many wait', async () => {
  await using lake = await seededLake(MEETINGS)
  const asked = Array.from({length: 103}, () => lake.query('count(*)'))

  const outcomes = await Promise.allSettled(asked)

  expect(outcomes[0]).toMatchObject({status: 'fulfilled'})
  expect(outcomes.at(-1)).toMatchObject({reason: {status: 429}})
})

test('drops a waiting query when its caller goes away', async () => {
  await using lake = await seededLake(MEETINGS)
  const caller = new AbortController()
  const asked = [1, 2, 3].map(() => lake.query('count(*)', {signal: caller.signal}))
  caller.abort()

  const outcomes = await Promise.allSettled(asked)

  expect(outcomes[2]).toMatchObject({status: 'rejected'})
})

test('tells a listener whether its filter lets a document through, before and after', async () => {
  await using lake = await seededLake([])
  const match = {
    query: '*[_type == $type]{title}[0...10]',
    params: {type: 'meeting'},
    identity: 'me',
    client: 'a tab',
    isQuick: true,
  }
  const meeting = completed({_id: 'nice', _type: 'meeting'})

  expect(await lake.groq.matches({...match, before: null, after: meeting})).toMatchObject({
    before: false,
    after: true,
  })
  expect(await lake.groq.matches({...match, before: meeting, after: null})).toMatchObject({
    before: true,
    after: false,
  })
})

test('refuses to listen to what is not a query of documents', async () => {
  await using lake = await seededLake([])
  const asker = {identity: 'me', client: 'a tab', isQuick: true}
  const match = {query: '1 + 1', params: {}, ...asker, before: null, after: null}

  await expect(lake.groq.matches(match)).rejects.toMatchObject({status: 400})
})

test('evaluates the filter and projection of a webhook on a deletion', async () => {
  const before = completed({_id: 'nice', _type: 'meeting', title: 'Nice'})
  const hook = {
    filter: '_type == "meeting" && delta::operation() == "delete"',
    projection: '{"title": before().title, "operation": delta::operation()}',
  }

  expect(await evaluateDelivery({...hook, before, after: null})).toEqual({
    matches: true,
    body: {title: 'Nice', operation: 'delete'},
  })
  expect(await evaluateDelivery({...hook, before, after: before})).toEqual({matches: false})
})

test.each([
  {written: 'la maison de l’innovation', asked: 'innovation'},
  {written: 'la maison de l’innovation', asked: "l'innovation"},
  {written: "l'assessore dell'istruzione", asked: 'dell’istruzione'},
  {written: 'Œuvre commune', asked: 'oeuvre'},
  {written: 'Osnivači iz Đakova', asked: 'osnivaci dakova'},
  {written: 'Espai col·lectiu', asked: 'collectiu'},
  {written: 'Συνάντηση της Φλωρεντίας', asked: 'φλωρεντιας συναντηση'},
])('finds "$written" by "$asked"', async ({written, asked}) => {
  await using lake = await seededLake([{_id: 'a', title: [{language: 'xx', value: written}]}])
  const groq = '*[[@, _id] match text::query($text)]._id'

  expect(await lake.query(groq, {params: {text: `${asked}*`}})).toEqual(['a'])
  expect(await lake.query(groq, {params: {text: 'absent*'}})).toEqual([])
  const scored = '*[] | score(@ match text::query($text)) [_score > 0] {_id}'
  expect(await lake.query(scored, {params: {text: `${asked}*`}})).toEqual([{_id: 'a'}])
  expect(await lake.query(scored, {params: {text: `${asked} absent*`}})).toEqual([])
})

test('puts first what says a text in its title, typed with accents or without', async () => {
  await using lake = await seededLake([
    {_id: 'a', body: textOf('Région, région, région'), title: [{value: 'Toscane'}]},
    {_id: 'b', body: textOf('Toscane'), title: [{value: 'La région'}]},
  ])
  const ranked = (text: string) =>
    lake.query(
      `*[] | score(boost(title[].value match text::query($text), 10), pt::text(body) match text::query($text))
        [_score > 0] {_id, _score} | order(_score desc)._id`,
      {params: {text}},
    )

  expect(await ranked('région*')).toEqual(['b', 'a'])
  expect(await ranked('region*')).toEqual(['b', 'a'])
})

const textOf = (text: string) => [{_type: 'block', children: [{_type: 'span', text}]}]

test('finds every word of a text anywhere in a document, accents or not', async () => {
  await using lake = await seededLake([
    {_id: 'a', title: 'Un nouvel élan', body: [{text: 'pour la Méditerranée'}]},
    {_id: 'b', title: 'Un nouvel espace'},
  ])
  const found = (text: string) =>
    lake.query('*[[@, _id] match text::query($text)]._id', {params: {text}})

  expect(await found('elan mediterranee')).toEqual(['a'])
  expect(await found('élan')).toEqual(['a'])
  expect(await found('espace')).toEqual(['b'])
  expect(await found('')).toEqual(['a', 'b'])
  expect(await lake.query('*[@ match text::query("nouvel")]{...}')).toEqual(
    expect.arrayContaining([expect.not.objectContaining({__text: expect.anything()})]),
  )
})
