import {defineField, defineType} from '@sanity/types'

import {isCurrency} from '../currencies.ts'
import {previewText} from '../localized/previewText.ts'

/** How an amount is meant. `range` uses both bounds; the others use `amount` alone. */
export const moneyBounds = ['exact', 'upTo', 'atLeast', 'about', 'range'] as const

const CURRENCY = 'Write the currency with three capital letters: EUR.'

/** An amount with what makes it mean something: currency, bound, basis, status and date. Never converted. */
export const money = defineType({
  name: 'money',
  title: 'Amount',
  type: 'object',
  fields: [
    defineField({
      name: 'label',
      title: 'What it is',
      type: 'internationalizedArrayString',
      description:
        'For example "Rent of a desk, 6 to 12 months". Leave empty when the field already says it.',
    }),
    defineField({
      name: 'bound',
      title: 'How exact',
      type: 'string',
      options: {
        layout: 'radio',
        direction: 'horizontal',
        list: [
          {value: 'exact', title: 'exactly'},
          {value: 'upTo', title: 'at most'},
          {value: 'atLeast', title: 'at least'},
          {value: 'about', title: 'about'},
          {value: 'range', title: 'from … to …'},
        ],
      },
      validation: (rule) =>
        rule.required().error('Say whether the amount is exact, a maximum, a minimum…'),
    }),
    defineField({
      name: 'amount',
      title: 'Amount',
      type: 'number',
      hidden: ({parent}) => parent?.bound === 'range',
      validation: (rule) => rule.min(0).error('An amount cannot be negative.'),
    }),
    defineField({
      name: 'min',
      title: 'From',
      type: 'number',
      hidden: ({parent}) => parent?.bound !== 'range',
      validation: (rule) => rule.min(0).error('An amount cannot be negative.'),
    }),
    defineField({
      name: 'max',
      title: 'To',
      type: 'number',
      hidden: ({parent}) => parent?.bound !== 'range',
      validation: (rule) => rule.min(0).error('An amount cannot be negative.'),
    }),
    defineField({
      name: 'currency',
      title: 'Currency',
      type: 'string',
      description:
        'Three letters. Keep the currency of the source, also one that no longer exists (HRK).',
      validation: (rule) =>
        rule
          .required()
          .custom((code) => isCurrency(code) || CURRENCY)
          .error(CURRENCY),
    }),
    defineField({
      name: 'basis',
      title: 'For',
      type: 'string',
      options: {
        list: [
          {value: 'perPerson', title: 'each person'},
          {value: 'perProject', title: 'each project'},
          {value: 'perYear', title: 'each year'},
          {value: 'total', title: 'everything together'},
        ],
      },
    }),
    defineField({name: 'vatIncluded', title: 'VAT included', type: 'boolean'}),
    defineField({
      name: 'status',
      title: 'Status',
      type: 'string',
      options: {
        list: [
          {value: 'announced', title: 'announced'},
          {value: 'inForce', title: 'in force'},
          {value: 'granted', title: 'granted'},
        ],
      },
    }),
    defineField({name: 'asOf', title: 'As of', type: 'partialDate'}),
    defineField({name: 'source', title: 'Source', type: 'reference', to: [{type: 'source'}]}),
  ],
  validation: (rule) =>
    rule.custom((value) => {
      if (!value) return true
      const {bound, amount, min, max} = numbersOf(value)
      if (bound !== 'range') return amount === undefined ? 'Write the amount.' : true
      if (min === undefined || max === undefined) return 'A range needs both ends.'
      return min <= max ? true : `The range is upside down: ${min} is more than ${max}.`
    }),
  preview: {
    select: {
      title: 'label',
      amount: 'amount',
      min: 'min',
      max: 'max',
      currency: 'currency',
      bound: 'bound',
    },
    prepare: moneyPreview,
  },
})

function numbersOf(value: Record<string, unknown>) {
  const number = (name: string) => (typeof value[name] === 'number' ? value[name] : undefined)
  return {bound: value.bound, amount: number('amount'), min: number('min'), max: number('max')}
}

function moneyPreview({title, amount, min, max, currency, bound}: Record<string, unknown>) {
  const figure = bound === 'range' ? `${min ?? '?'} – ${max ?? '?'}` : amount
  const words = [figure, currency].filter((word) => word !== undefined).join(' ')
  const label = previewText(title)
  return label ? {title: label, subtitle: words} : {title: words}
}
