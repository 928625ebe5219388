import {defineField, defineType} from '@sanity/types'

/** Who a policy is for. An upper age says whether it is itself included. */
export const target = defineType({
  name: 'target',
  title: 'For whom',
  type: 'object',
  fields: [
    defineField({name: 'text', title: 'In words', type: 'internationalizedArrayText'}),
    defineField({
      name: 'ageMin',
      title: 'Youngest age',
      type: 'number',
      validation: (rule) => rule.integer().min(0).max(120),
    }),
    defineField({
      name: 'ageMax',
      title: 'Oldest age',
      type: 'number',
      validation: (rule) => rule.integer().min(0).max(120),
    }),
    defineField({
      name: 'ageMaxIncluded',
      title: 'The oldest age is included',
      type: 'boolean',
      description:
        'Yes for "up to 40", no for "under 40". Leave open when the source does not say.',
    }),
    defineField({name: 'exceptions', title: 'Exceptions', type: 'internationalizedArrayText'}),
    defineField({
      name: 'vatNumberMaxMonths',
      title: 'VAT number at most so many months old',
      type: 'number',
      validation: (rule) => rule.integer().min(0),
    }),
    defineField({
      name: 'groupMin',
      title: 'Smallest group',
      type: 'number',
      validation: (rule) => rule.integer().min(1),
    }),
  ],
})
