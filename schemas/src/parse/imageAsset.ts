/**
 * What the site needs of an uploaded image: without it there is none. Sanity writes these documents, and with more fields:
 * those of an open type are passed over.
 */
export const imageAsset = {
  name: 'sanity.imageAsset',
  type: 'document',
  isOpen: true,
  fields: [
    {name: 'url', type: 'url', validation: required},
    {
      name: 'metadata',
      type: 'object',
      isOpen: true,
      fields: [
        {name: 'hasAlpha', type: 'boolean'},
        {
          name: 'dimensions',
          type: 'object',
          isOpen: true,
          fields: [
            {name: 'width', type: 'number', validation: size},
            {name: 'height', type: 'number', validation: size},
          ],
          validation: required,
        },
      ],
      validation: required,
    },
  ],
}

/** What these validations ask, of Sanity's own rules. */
interface ImageRule {
  required: () => ImageRule
  integer: () => ImageRule
  min: (least: number) => ImageRule
  max: (most: number) => ImageRule
}

function required(rule: ImageRule) {
  return rule.required()
}

function size(rule: ImageRule) {
  return rule.required().integer().min(1).max(LARGEST_PX)
}

/** The longest side of the formats that cameras and programs write, with room to spare. */
const LARGEST_PX = 1_000_000
