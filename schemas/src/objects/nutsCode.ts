import {defineField, defineType} from '@sanity/types'

/** A code of Eurostat's nomenclature, which means something only together with its version. */
export const nutsCode = defineType({
  name: 'nutsCode',
  title: 'NUTS code',
  type: 'object',
  options: {columns: 2},
  fields: [
    defineField({
      name: 'code',
      title: 'Code',
      type: 'string',
      description: 'For example ITI1 for Tuscany. NUTS writes EL for Greece.',
      validation: (rule) =>
        rule
          .required()
          .regex(/^[A-Z]{2}[A-Z0-9]{0,3}$/, {name: 'NUTS code'})
          .error(
            'A NUTS code is two capital letters and up to three more letters or digits, for example ITI1.',
          ),
    }),
    defineField({
      name: 'version',
      title: 'Version',
      type: 'number',
      description: 'Codes change: Provence was FR82 until NUTS 2013 and is FRL0 since NUTS 2016.',
      options: {list: [2013, 2016, 2021, 2024]},
      validation: (rule) => rule.required().error('Choose the version the code belongs to.'),
    }),
  ],
  preview: {
    select: {code: 'code', version: 'version'},
    prepare: ({code, version}) => ({title: code, subtitle: `NUTS ${version}`}),
  },
})
