/** What the site needs of an uploaded image; Sanity writes these documents, and with more fields: those of an open type are passed over. */
export const imageAsset = {
  name: 'sanity.imageAsset',
  type: 'document',
  isOpen: true,
  fields: [
    {name: 'url', type: 'url'},
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
        },
      ],
    },
  ],
}

interface NumberRule {
  required: () => NumberRule
  min: (least: number) => NumberRule
}

function size(rule: NumberRule) {
  return rule.required().min(1)
}
