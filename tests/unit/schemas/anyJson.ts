import fc from 'fast-check'

/** Words that mean something to a parser, and texts that have broken pages elsewhere. */
const WORDS = [
  '',
  ' ',
  '\n',
  '\u00a0',
  '\u200b',
  '\u0000',
  '\u0007\u009f',
  '\ufdd0\uffff',
  '\ud800',
  'a\udc00b',
  '\u202e\u2066x',
  'é́́́',
  'fr',
  'FR',
  'fr-FR',
  'de',
  'zz zz',
  'draft',
  'ready',
  'source',
  'normal',
  'h2',
  'bullet',
  'strong',
  'reference',
  'block',
  'span',
  'picture',
  'money',
  'range',
  'exact',
  'EUR',
  '€',
  'GR',
  'ZZ',
  '0000',
  '0044',
  '2017',
  '2017-02-30',
  '2017-10-05',
  '9999-12-31',
  '9999-12-31T23:59:59Z',
  '2017-10-05T24:00:00+14:00',
  '24:00',
  '02:30',
  'Europe/Rome',
  'Mars/Phobos',
  'https://example.org/a b?c="d"#é',
  'https://exa mple.org/',
  'http://[::1]:99999/',
  'javascript:alert(1)',
  'mailto:',
  'tel:\u0000',
  'data:text/html,<b>',
  'a@b.c',
  'a"onclick=x@b.c',
  '<script>alert(1)</script>',
  '</main></html><!--',
  '"><img src=x>',
  '&amp;&#0;&nbsp;',
  ' href="/fr/" ',
  '{amount} {',
  '__proto__',
  'constructor',
  '../..',
  'index.html',
  '%2e%2e',
  'drafts.a',
] as const

const NUMBERS = [0, -1, 0.5, 1, 3, 2016, 1e21, 1e308, -1e308, 5e-324, 2 ** 53] as const

const KEYS = [
  '_id',
  '_key',
  '_ref',
  '_rev',
  '_type',
  '_weak',
  '_secret',
  'language',
  'state',
  'value',
  'current',
  'text',
  'marks',
  'asset',
  'crop',
  'x',
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'valueOf',
  'toJSON',
  'hasOwnProperty',
  'then',
  'length',
  '',
] as const

const text = fc.oneof(
  {weight: 6, arbitrary: fc.constantFrom(...WORDS)},
  {weight: 2, arbitrary: fc.string({unit: 'grapheme', maxLength: 20})},
  {weight: 1, arbitrary: fc.string({unit: 'binary', maxLength: 20})},
  {weight: 1, arbitrary: fc.nat(3000).map((length) => 'mot '.repeat(length))},
)

/** JSON can write 1e999, which is read as Infinity. */
const number = fc.oneof(
  fc.constantFrom(...NUMBERS, Infinity, -Infinity),
  fc.integer(),
  fc.double({noNaN: true}),
)

const key = fc.oneof(
  {weight: 4, arbitrary: fc.constantFrom(...KEYS)},
  {weight: 1, arbitrary: fc.string({maxLength: 8})},
)

/** An object with these keys and values, all of them its own: `__proto__` too, as in JSON. */
const objectOf = (entries: readonly (readonly [string, unknown])[]): unknown =>
  Object.fromEntries(entries)

const {json} = fc.letrec<{json: unknown}>((tie) => ({
  json: fc.oneof(
    {depthSize: 'small'},
    {weight: 4, arbitrary: text},
    {weight: 2, arbitrary: number},
    {weight: 1, arbitrary: fc.constantFrom(null, true, false)},
    {weight: 2, arbitrary: fc.array(tie('json'), {maxLength: 4})},
    {weight: 3, arbitrary: fc.array(fc.tuple(key, tie('json')), {maxLength: 5}).map(objectOf)},
  ),
}))

/** A value within more arrays and objects than anybody writes. */
const deep = fc
  .tuple(json, fc.integer({min: 1, max: 60}), fc.boolean())
  .map(([value, depth, isList]) => nested(value, depth, isList))

/** A value within arrays, or objects, so many deep. */
export function nested(value: unknown, depth: number, isList: boolean): unknown {
  let outer = value
  for (let level = 0; level < depth; level += 1) outer = isList ? [outer] : {value: outer}
  return outer
}

/** Any value that JSON can hold. */
export const anyJson: fc.Arbitrary<unknown> = fc.oneof(
  {weight: 20, arbitrary: json},
  {weight: 1, arbitrary: deep},
)

/** Any text that JSON can hold. */
export const anyText: fc.Arbitrary<string> = text
