import {parseDocument} from '@coworkmed/schemas/parse/parseDocument'
import {expect, test} from 'vitest'

const asset = (more: object) => ({
  _id: 'image-a-2x1-png',
  _type: 'sanity.imageAsset',
  url: 'https://cdn.example/a.png',
  ...more,
})
const sized = (dimensions: object) => asset({metadata: {dimensions}})

test('keeps of an upload what the site needs', () => {
  const written = {
    ...asset({originalFilename: 'a.png', size: 70}),
    metadata: {hasAlpha: true, lqip: 'data:', dimensions: {width: 2, height: 1, aspectRatio: 2}},
  }

  expect(parseDocument(written)).toMatchObject({
    document: {...asset({}), metadata: {hasAlpha: true, dimensions: {width: 2, height: 1}}},
    findings: [],
  })
})

test.each([
  asset({}),
  asset({metadata: null}),
  asset({metadata: {}}),
  sized({width: 2}),
  sized({width: 0, height: 1}),
  sized({width: 2.5, height: 1}),
  sized({width: '2', height: 1}),
  sized({width: Infinity, height: 1}),
  {...sized({width: 2, height: 1}), url: 'javascript:alert(1)'},
])('is no image without an address or a size: %j', (written) => {
  expect(parseDocument(written)).toBeUndefined()
})
