import {localizedFieldTypes, schemaTypes} from '@coworkmed/schemas'
import {localeIds} from '@coworkmed/schemas/locales'
import {imageAsset} from '@coworkmed/schemas/parse/imageAsset'
import type {Definition} from '@coworkmed/schemas/parse/definition'
import {readDefinition} from '@coworkmed/schemas/parse/definition'
import fc from 'fast-check'

import {anyJson, anyText} from './anyJson.ts'

const types = [...schemaTypes, imageAsset].map(readDefinition)
const definitions = new Map(types.map((type) => [type.name, type]))
const localizedTypes = new Map(
  localizedFieldTypes.map((type) => {
    const definition = readDefinition(typeof type === 'string' ? {type} : type)
    return [`internationalizedArray${capitalized(definition.name)}`, definition]
  }),
)

/** The types of documents, by name. */
export const documentTypes: readonly string[] = types
  .filter(({type}) => type === 'document')
  .map(({name}) => name)

/** Any JSON as a document of a type: the fields of the type and others, with values of any kind. */
export const anyDocument = (id: string, type: string): fc.Arbitrary<Stored> =>
  fc
    .tuple(fieldsOf(definitions.get(type)), fc.dictionary(fc.string({maxLength: 8}), anyJson))
    .map(([fields, others]) => ({...others, ...fields, _id: id, _type: type}))

/** A document as a backend gives it. */
export type Stored = {_id: string; _type: string} & Record<string, unknown>

const fieldsOf = (definition: Definition | undefined): fc.Arbitrary<Record<string, unknown>> =>
  fc.record(
    Object.fromEntries(
      (definition?.fields ?? []).map((field) => [field.name, nearly(lazily(() => likely(field)))]),
    ),
    {requiredKeys: []},
  )

/** Mostly what a field asks for; else anything. */
const nearly = (arbitrary: fc.Arbitrary<unknown>) =>
  fc.oneof({weight: 5, arbitrary}, {weight: 1, arbitrary: anyJson})

/** A value of about the shape that a field, a member or a type asks for. */
function likely(definition: Definition): fc.Arbitrary<unknown> {
  const {type, choices} = definition
  const localized = localizedTypes.get(type)
  const named = definitions.get(type)
  if (localized) return languages(type, localized)
  if (choices && type !== 'array') return fc.constantFrom(...choices)
  if (type === 'array') return members(definition)
  if (type === 'block') return block
  if (type === 'reference') return reference
  if (type === 'object' || type === 'image') return object(definition)
  return named ? likely(named) : scalars(type)
}

const members = ({of, choices}: Definition) =>
  fc.array(
    nearly(fc.oneof(...of.map((member) => likely(choices ? {...member, choices} : member)))),
    {
      maxLength: 3,
    },
  )

const object = (definition: Definition) =>
  fc
    .tuple(
      fieldsOf(definition),
      fc.record({_key: key, asset: reference, crop: sides, hotspot: point}, {requiredKeys: []}),
    )
    .map(([fields, {asset, crop, hotspot, ...more}]) => ({
      _type: definition.name,
      ...more,
      ...(definition.type === 'image' ? {asset, crop, hotspot} : {}),
      ...fields,
    }))

const languages = (type: string, value: Definition) =>
  fc.array(
    fc.record(
      {
        _key: language,
        _type: fc.constant(`${type}Value`),
        language,
        value: nearly(likely(value)),
      },
      {requiredKeys: ['value']},
    ),
    {maxLength: 3},
  )

function scalars(type: string): fc.Arbitrary<unknown> {
  if (type === 'number') return fc.double({noNaN: true})
  if (type === 'boolean') return fc.boolean()
  if (type === 'slug') return fc.record({_type: fc.constant('slug'), current: anyText})
  if (type === 'geopoint')
    return fc.record({lat: degrees, lng: degrees, alt: anyJson}, {requiredKeys: ['lat', 'lng']})
  return anyText
}

const degrees = fc.double({min: -200, max: 200, noNaN: true})
const part = fc.double({min: -0.2, max: 1.2, noNaN: true})
const sides = fc.record({top: part, bottom: part, left: part, right: part})
const point = fc.record({x: part, y: part, width: nearly(part)}, {requiredKeys: ['x', 'y']})
const key = fc.constantFrom('a', 'b', 'c', '')
const language = fc.oneof(
  {weight: 6, arbitrary: fc.constantFrom(...localeIds)},
  {weight: 1, arbitrary: anyText},
)
const reference = fc.record(
  {
    _key: key,
    _type: fc.constant('reference'),
    _ref: fc.oneof(fc.constantFrom('a', 'drafts.a', 'image-a-1x1-png'), anyText),
  },
  {requiredKeys: ['_ref']},
)
const mark = fc.constantFrom('strong', 'em', 'underline', 'a', 'b', 'c')
const span = fc.record(
  {_key: key, _type: fc.constant('span'), text: anyText, marks: fc.array(mark, {maxLength: 3})},
  {requiredKeys: ['_type', 'text']},
)
const markDef = fc.oneof(
  fc.record({_key: key, _type: fc.constant('link'), href: anyText}),
  fc.record({_key: key, _type: fc.constant('internalLink'), reference}),
)
const block = fc.record(
  {
    _key: key,
    _type: fc.constant('block'),
    style: fc.constantFrom('normal', 'h1', 'h2', 'h3', 'blockquote'),
    listItem: fc.constantFrom('bullet', 'number', 'square'),
    level: fc.constantFrom(0, 1, 2, 3, 9),
    markDefs: fc.array(nearly(markDef), {maxLength: 3}),
    children: fc.array(nearly(span), {maxLength: 4}),
  },
  {requiredKeys: ['_type', 'children']},
)

/** Types may hold each other: each is made when it is first wanted. */
function lazily(make: () => fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.constant(null).chain(make)
}

function capitalized(name: string) {
  return name.charAt(0).toUpperCase() + name.slice(1)
}
