/** An organisation of which nothing is left out, with more fields. */
export const organisation = (id: string, fields: object = {}) => ({
  _id: id,
  _type: 'partner',
  title: [inFrench('String', id.toUpperCase())],
  slug: [inFrench('Slug', {_type: 'slug', current: id})],
  ...fields,
})

/** A value of a field that has languages. */
export const inFrench = (type: string, value: unknown) => ({
  _key: 'fr',
  _type: `internationalizedArray${type}Value`,
  language: 'fr',
  value,
})

/** A reference to another document. */
export const referenceTo = (id: string) => ({_type: 'reference', _ref: id})
