import {expect, test} from './test.ts'

const nested = (levels: number): unknown => (levels === 0 ? 'end' : {in: nested(levels - 1)})
const document = (fields: string) => `{"create": {"_id": "a", "_type": "meeting", ${fields}}}`
const patch = (operations: string) => `{"patch": {"id": "spring", ${operations}}}`

const REFUSED = {
  'a prototype in a document': document('"__proto__": {"x": 1}'),
  'a prototype deep in a document': document('"list": [{"a": {"__proto__": {"x": 1}}}]'),
  'a constructor in a document': document('"constructor": {"prototype": {"x": 1}}'),
  'a prototype in a path': patch('"set": {"__proto__.x": 1}'),
  'a prototype in a bracket path': patch(String.raw`"set": {"a[\"__proto__\"].x": 1}`),
  'a constructor in a path': patch('"set": {"constructor.prototype.x": 1}'),
  'a prototype in a value': patch('"set": {"a": {"__proto__": {"x": 1}}}'),
  'a prototype in an unset path': patch('"unset": ["__proto__"]'),
  'a range of a thousand million items': patch('"set": {"list[0:999999999]": 1}'),
  'a prototype that is escaped in a path': patch(String.raw`"set": {"a['\\_\\_proto__'].x": 1}`),
  'a number that JSON cannot say': document('"n": 1e999'),
  'a step beyond what JSON can say': patch('"inc": {"n": 1.7e308}'),
  'a time that is patched into markup': patch('"set": {"_createdAt": "<script>"}'),
  'a diff of 2,000 hunks': patch(
    `"diffMatchPatch": {"title": ${JSON.stringify('@@ -1,4 +1,4 @@\n-abcd\n+efgh\n'.repeat(2000))}}`,
  ),
  'a path that is no path': patch('"set": {"a[[": 1}'),
  'a diff that is no diff': patch('"diffMatchPatch": {"title": "@@ nonsense"}'),
  'an unknown patch operation': patch('"sett": {"a": 1}'),
  'two places to insert at': patch('"insert": {"before": "a", "after": "b", "items": []}'),
  'an unknown mutation': '{"upsert": {"_id": "a", "_type": "meeting"}}',
  'two mutations in one': '{"delete": {"id": "a"}, "create": {"_type": "meeting"}}',
  'an id with a slash': '{"create": {"_id": "a/b", "_type": "meeting"}}',
  'an id of 129 characters': `{"create": {"_id": "${'a'.repeat(129)}", "_type": "meeting"}}`,
  'an id to delete with a slash': '{"delete": {"id": "../a"}}',
  'no type': '{"create": {"_id": "a"}}',
  'a type that is no text': '{"create": {"_id": "a", "_type": 1}}',
  'a time that is no time': document('"_createdAt": "yesterday"'),
  '21 levels': document(`"in": ${JSON.stringify(nested(20))}`),
  '100,000 levels': document(`"in": ${'['.repeat(100_000)}${']'.repeat(100_000)}`),
  'a query with an error in it': '{"delete": {"query": "*[_type == "}}',
  'a query for no documents': '{"delete": {"query": "{\\"a\\": 1}"}}',
  'no object': '"create"',
}

for (const [what, mutation] of Object.entries(REFUSED)) {
  test(`answers 400 to ${what}, and changes nothing`, async ({server, lake, dataset}) => {
    await lake.create({_id: 'spring', _type: 'meeting', title: 'Spring', list: [1], n: 1.7e308})

    const response = await fetch(`${server.url}/v1/data/mutate/${dataset}`, {
      method: 'POST',
      headers: {'content-type': 'application/json'},
      body: `{"mutations": [${mutation}]}`,
    })
    const answer: unknown = await response.json()
    expect(response.status, JSON.stringify(answer)).toBe(400)
    expect(JSON.stringify(answer)).not.toMatch(/node_modules|\.ts:|SQLITE/)
    expect(await lake.fetch('*[]{_id, title, list}')).toEqual([
      {_id: 'spring', title: 'Spring', list: [1]},
    ])
    expect({}).not.toHaveProperty('x')
  })
}

test('accepts 20 levels, ids of 128 characters, and names that only look odd', async ({lake}) => {
  await lake.create({_id: 'deep', _type: 'meeting', in: nested(19)})
  await lake.create({_id: 'a'.repeat(128), _type: 'meeting', proto: {toString: 1, 'é-ü': 2}})

  expect(await lake.fetch('count(*)')).toBe(2)
})

test('answers 400 to a body that is not JSON, 415 to another type, 413 to one too long', async ({
  server,
  dataset,
}) => {
  const post = (body: string, type: string) =>
    fetch(`${server.url}/v1/data/mutate/${dataset}`, {
      method: 'POST',
      headers: {'content-type': type},
      body,
    })

  expect((await post('{"mutations": [', 'application/json')).status).toBe(400)
  expect((await post('{"mutations": []}', 'text/plain')).status).toBe(415)
  expect((await post('{"mutations": []}', 'application/json; charset=utf-8')).status).toBe(200)
  expect((await post(`"${'a'.repeat(13_000_000)}"`, 'application/json')).status).toBe(413)
})
