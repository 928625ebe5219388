import {defineField, defineType} from '@sanity/types'

/**
 * The EU funding acknowledgement, after the rules of the period the project belongs to.
 * @see Regulation (EU) 1303/2013, Annex XII 2.2; Regulation (EU) 2021/1060, Art. 50 and Annex IX
 */
export const acknowledgement = defineType({
  name: 'acknowledgement',
  title: 'EU funding acknowledgement',
  type: 'object',
  fields: [
    defineField({
      name: 'regime',
      title: 'Rules of',
      type: 'string',
      options: {layout: 'radio', direction: 'horizontal', list: ['2014-2020', '2021-2027']},
    }),
    defineField({
      name: 'statement',
      title: 'Sentence',
      type: 'internationalizedArrayString',
      description: 'Beside the emblem. "European Union" is always written out.',
    }),
    defineField({name: 'fund', title: 'Fund', type: 'reference', to: [{type: 'fund'}]}),
    defineField({name: 'programme', title: 'Programme', type: 'reference', to: [{type: 'fund'}]}),
    defineField({name: 'total', title: 'Total budget', type: 'money'}),
    defineField({name: 'union', title: 'Part paid by the European Union', type: 'money'}),
    defineField({
      name: 'rate',
      title: 'Rate in %',
      type: 'number',
      validation: (rule) => rule.min(0).max(100),
    }),
    defineField({name: 'period', title: 'Period', type: 'period'}),
  ],
})
