import {expect, test} from 'vitest'

import {isQuick} from '../../../scripts/lake/groq/isQuick.ts'

const ids = (count: number) => Array.from({length: count}, (_, n) => `d${n}`)

test.each([
  ['one document by its id', '*[_id == $id][0]'],
  ['a few documents by their ids', '*[_id in $ids]{_id, _rev, "host": host->{name}}'],
  ['what the Studio asks for a preview', '[*[_id in ["a"]][0...1]{title}, *[_id in ["b"]]{...}]'],
  ['a draft or what is published', '*[_id in [$id, $draftId]] | order(_id)[0]'],
  ['no document', 'true'],
  ['a query with an error in it', '*[_id == '],
])('lets %s pass the others', (_, query) => {
  expect(isQuick(query, {id: 'a', draftId: 'drafts.a', ids: ids(198)})).toBe(true)
})

test.each([
  ['a type', '*[_type == "meeting"]'],
  ['an id or a type', '*[_id == "a" || _type == "meeting"]'],
  ['any other document for one', '*[_id == "a"]{"n": count(*[n > ^.n])}'],
  ['one after another by what is in it', '*[_id == "a"]{"n": *[_id == ^.x]}'],
  ['many documents', '*[_id in $ids]'],
  ['a search', '*[_id == "a" && title match "a*"]'],
  ['texts that are made', '*[_id == "a"]{"t": string::split(t, "")}'],
  ['texts that are put together', '*[_id == "a"]{"t": t + t}'],
  ['much in one query', `*[_id == "a"]{${ids(200).map((id) => `"${id}": a[n > 1]`)}}`],
  ['something long', `*[_id == "${'a'.repeat(5000)}"]`],
])('takes its time for what reads %s', (_, query) => {
  expect(isQuick(query, {ids: ids(201)})).toBe(false)
})
