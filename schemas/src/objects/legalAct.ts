import {defineField, defineType} from '@sanity/types'

/** An act a policy rests on, named as its authority names it. */
export const legalAct = defineType({
  name: 'legalAct',
  title: 'Legal act',
  type: 'object',
  fields: [
    defineField({
      name: 'kind',
      title: 'Kind',
      type: 'string',
      description: 'As the authority calls it: DGR, Decreto.',
    }),
    defineField({name: 'number', title: 'Number', type: 'string'}),
    defineField({name: 'date', title: 'Date', type: 'partialDate'}),
    defineField({
      name: 'gazette',
      title: 'Published in',
      type: 'string',
      description: 'For example BURT 47/III.',
    }),
    defineField({name: 'url', title: 'Link', type: 'url'}),
  ],
  preview: {
    select: {kind: 'kind', number: 'number', date: 'date.value'},
    prepare: ({kind, number, date}) => ({
      title: [kind, number].filter(Boolean).join(' '),
      subtitle: date,
    }),
  },
})
