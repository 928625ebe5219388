import {schemaTypes} from '@coworkmed/schemas'
import {expect, test} from 'vitest'

test('no preview takes the first of several languages, which may be any', () => {
  const paths = schemaTypes.flatMap((type) =>
    'preview' in type && 'select' in type.preview
      ? Object.values(type.preview.select).map((path) => `${type.name}: ${path}`)
      : [],
  )

  expect(paths).toContain('participation: partner.title')
  expect(paths.filter((path) => path.endsWith('.0.value'))).toEqual([])
})
